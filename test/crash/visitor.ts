import type { Life } from './life.ts';
import { wasSaid } from './notes.ts';
import { isKind, type Page, type ScreenOf } from './page.ts';
import type { Site } from './site.ts';

/** Longer than the longest that a screen may keep somebody waiting (milliseconds). */
const patience = 20_000;

/** What came of a visitor's wish: a screen, or nothing because the process was gone. */
export type Came = ScreenOf<'checkedIn' | 'checkedOut' | 'refused'> | undefined;

/**
 * Somebody scans a code at the welcome screen, says "yes, that's me" and waits for the badge. What the screen says against what it has
 * said before is noted as a contradiction.
 */
export async function checkIn(site: Site, life: Life, page: Page, code: string): Promise<Came> {
  if (!(await toWelcome(life, page))) return undefined;
  // At the welcome screen a code that was just seen is still in front of the scanner, and no new visitor.
  if (site.notes.said.has(code)) {
    await page.wish({ kind: 'begin', purpose: 'checkIn' });
    if (!(await page.until(isKind('scan'), patience))) return gone(site, page);
  }
  life.serve(code);
  site.printing = `${code} badge`;
  await page.wish({ kind: 'code', code, by: 'scanner' });
  const answer = await page.until(isKind('confirm', 'refused'), patience);
  if (!answer) return gone(site, page);
  const { notes } = site;
  if (answer.kind === 'refused') {
    if (wasSaid(notes, code, 'checkedIn') && !answer.refusal.reason.startsWith('alreadyChecked')) {
      notes.contradictions.push(`${code} was said to be in, and now it is: ${answer.refusal.reason}`);
    }
    return answer;
  }
  if (wasSaid(notes, code, 'checkedIn')) notes.contradictions.push(`${code} was said to be in, and is asked again`);
  await page.wish({ kind: 'confirm' });
  const said = await page.until(isKind('checkedIn', 'refused'), patience);
  if (!said) return gone(site, page);
  if (said.kind === 'refused') return said;
  const isOut = (screen: ReturnType<Page['screen']>): screen is ScreenOf<'checkedIn'> =>
    screen.kind === 'checkedIn' && screen.badge.state !== 'printing';
  return (await page.until(isOut, patience)) ?? gone(site, page);
}

/** Somebody touches "check out" and scans; waits for the slip where there is one. */
export async function checkOut(site: Site, life: Life, page: Page, code: string): Promise<Came> {
  if (!(await toWelcome(life, page))) return undefined;
  await page.wish({ kind: 'begin', purpose: 'checkOut' });
  if (!(await page.until(isKind('scan'), patience))) return gone(site, page);
  life.serve(code);
  site.printing = `${code} slip`;
  await page.wish({ kind: 'code', code, by: 'scanner' });
  const answer = await page.until(isKind('checkedOut', 'refused'), patience);
  if (!answer) return gone(site, page);
  const { notes } = site;
  if (answer.kind === 'refused') {
    const isKnown = answer.refusal.reason === 'alreadyCheckedOut';
    if (wasSaid(notes, code, 'checkedIn') && !isKnown) {
      notes.contradictions.push(`${code} was said to be in, and cannot leave: ${answer.refusal.reason}`);
    }
    return answer;
  }
  const isOut = (screen: ReturnType<Page['screen']>): screen is ScreenOf<'checkedOut'> =>
    screen.kind === 'checkedOut' && screen.slip?.state !== 'printing';
  return (await page.until(isOut, patience)) ?? gone(site, page);
}

/** The next visitor finds the welcome screen. */
async function toWelcome(life: Life, page: Page): Promise<boolean> {
  const { kind } = page.screen();
  if (kind !== 'welcome') await page.wish({ kind: kind === 'scan' || kind === 'type' ? 'back' : 'done' });
  const welcome = await page.until(isKind('welcome'), patience);
  life.serve(undefined);
  return welcome !== undefined;
}

/** A process that lives and shows nothing more is a fault of its own. */
function gone(site: Site, page: Page): undefined {
  if (!page.isGone()) site.notes.contradictions.push(`the screen stays at ${page.screen().kind}`);
  return undefined;
}
