import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staleParts } from '../../electron/start/freshness.mjs';
import { root } from '../fakes/foyer.ts';
import { theValue } from '../journal/visit-of.ts';
import { databaseIn, journalIn } from './journal.ts';
import { begin, type Life } from './life.ts';
import type { Page, ScreenOf } from './page.ts';
import { openSite, type Site } from './site.ts';
import { checkIn } from './visitor.ts';

const isBuilt = !(await staleParts(root)).some(({ name }) => name === 'main');
if (!isBuilt) console.warn('SKIPPED: the reprint of a real Foyer needs a fresh dist/: node electron/start/build.mjs');

const patience = 20_000;
type Desk = ScreenOf<'desk'>;
/** The page of the last prints. */
const printsOf = ({ page }: Desk): Extract<Desk['page'], { kind: 'prints' }> => {
  if (page.kind !== 'prints') throw new Error(`the page is ${page.kind}`);
  return page;
};

describe.runIf(isBuilt)('a badge that broke off, at a real Foyer', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  /** One run of the process, from its first screen to its orderly end. */
  async function live(extra: Record<string, string>, use: (life: Life, page: Page) => Promise<void>): Promise<void> {
    const life = begin(site, extra);
    const page = await life.page;
    if (!page) throw new Error(`no page: ${life.output()}`);
    await use(life, page);
    life.end('SIGTERM');
    await life.ended;
  }
  const atDesk = (use: (page: Page) => Promise<void>) => live({ FOYER_MODE: 'desk' }, (_, page) => use(page));
  /** The desk, once it is as the test needs it. */
  async function deskOf(page: Page, passes: (desk: Desk) => boolean): Promise<Desk> {
    const desk = await page.until((screen): screen is Desk => screen.kind === 'desk' && passes(screen), patience);
    if (!desk) throw new Error(`the desk never came to that: ${JSON.stringify(page.screen())}`);
    return desk;
  }

  it('PRN-10 through three restarts the printer gets one job; staff ask for one more, and the one before is void', async () => {
    const code = site.next();
    site.printer.setState({ cutAfterBytes: 400 });
    await live({}, async (life, page) => {
      expect(await checkIn(site, life, page, code)).toMatchObject({ badge: { state: 'collect' }, pass: { name: 'Guest0 E.' } });
    });
    site.printer.setState({ cutAfterBytes: undefined });
    await live({}, async () => {});
    await atDesk(async (page) => {
      const { badges, printers } = await deskOf(
        page,
        ({ counts, printers: [first] }) => counts.badges === 1 && first !== undefined,
      );
      expect(badges).toMatchObject([{ name: 'Guest0 Erfunden', state: 'unknown', failure: 'printer.cutOff', mayRepeat: true }]);
      expect(printers).toMatchObject([{ name: `127.0.0.1:${site.printer.port}`, labels: 1 }]);
    });
    expect(site.printer.jobs()).toHaveLength(1);

    await atDesk(async (page) => {
      const { badges } = await deskOf(page, ({ counts }) => counts.badges === 1);
      await page.wish({ kind: 'printAgain', print: badges[0]?.id ?? '' });
      await page.wish({ kind: 'page', page: 'prints' });
      const prints = printsOf(await deskOf(page, (desk) => desk.badges.length === 0 && desk.page.kind === 'prints')).prints;
      expect(prints).toMatchObject([
        { state: 'confirmed', isReprint: true, hasPicture: true },
        { state: 'unknown', isReplaced: true, hasPicture: true },
      ]);
      await page.wish({ kind: 'picture', print: prints[0]?.id ?? '' });
      const { picture } = printsOf(await deskOf(page, (desk) => desk.page.kind === 'prints' && desk.page.picture !== undefined));
      expect(picture?.source).toMatch(/^data:image\/png;base64,/);
      await deskOf(page, ({ printers: [first] }) => first?.labels === 2);
    });
    expect(site.printer.jobs()).toHaveLength(2);

    const journal = journalIn(site.data);
    const standing = theValue(journal.standing(code));
    const visitId = standing.kind === 'in' ? standing.visitId : '';
    expect(theValue(journal.prints(visitId)).map(({ state }) => state)).toEqual(['unknown', 'confirmed']);
    expect(theValue(journal.verify()).brokenAt).toBeUndefined();
    journal.close();
    const database = databaseIn(site.data);
    const events = database.prepare('SELECT kind, actor FROM events ORDER BY sequence').all() as { kind: string; actor: string }[];
    database.close();
    expect(events.map(({ kind, actor }) => `${kind} ${actor}`)).toEqual([
      'checkedIn visitor',
      'badgeVoided staff',
      'badgePrinted kiosk',
    ]);
  }, 120_000);
});
