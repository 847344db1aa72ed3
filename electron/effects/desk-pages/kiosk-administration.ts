import { success } from '../../contract/failure.ts';
import type { Intent } from '../../contract/intent.ts';
import type { Changed, PeopleChanged } from '../../core/administration.ts';
import type { PrintOutcome } from '../../core/ports.ts';
import { testBadge } from '../../core/test-badge.ts';
import { importFile } from '../../settings/import-file.ts';
import { fits } from '../../settings/settings.ts';
import type { KioskHands, Tidings } from './kiosk.ts';
import { pictureSource } from './prints.ts';

const kinds = [
  'changeSettings',
  'exportSettings',
  'importSettings',
  'importText',
  'restart',
  'setPin',
  'removePin',
  'previewBadge',
  'testBadge',
  'checkConnection',
] as const;

/** A wish that only an administrator may have. */
type AdministrationIntent = Extract<Intent, { kind: (typeof kinds)[number] }>;

export const isAdministration = (intent: Intent): intent is AdministrationIntent => kinds.some((kind) => kind === intent.kind);

/** The longest connection report that crosses. */
const longestReport = 64 * 1024;

/** Carries out what an administrator wants, and says what came of it; undefined: that is told later. Asks nobody who that is: whoever calls it has. */
export function carryOutAdministration(intent: AdministrationIntent, hands: KioskHands): Tidings | undefined {
  const { office, clock, note } = hands;
  const { administration } = office;
  switch (intent.kind) {
    case 'changeSettings': {
      const changed = administration.change(intent.changes);
      if (changed.ok) note({ what: 'settingsChanged', settings: Object.keys(intent.changes) });
      return { of: 'settings', ...faultIn(changed) };
    }
    case 'exportSettings': {
      const written = office.exports.write(`foyer-settings-${clock.wall().slice(0, 10)}.json`, administration.export());
      if (written.ok) note({ what: 'settingsExported' });
      return { of: 'export', ...(written.ok ? { path: written.path } : { why: written.why }) };
    }
    case 'importText':
    case 'importSettings': {
      const read = intent.kind === 'importText' ? fits(intent.text) : importFile(intent.path.trim());
      const changed = read.ok ? administration.import(read.value) : read;
      if (changed.ok) note({ what: 'settingsImported' });
      return { of: 'import', ...faultIn(changed) };
    }
    case 'restart': {
      const isRestarting = administration.restart();
      if (isRestarting) note({ what: 'restarted' });
      return { of: 'restart', isRestarting };
    }
    case 'removePin': {
      const changed = administration.removePin(intent.name);
      if (changed.ok) note({ what: 'pinRemoved', person: intent.name });
      return { of: 'pinRemoved', name: intent.name, ...whyOf(changed) };
    }
    case 'previewBadge': {
      const drawn = office.drawBadge(badgeForNobody(clock));
      return { of: 'previewBadge', ...(drawn.ok ? { picture: pictureSource(drawn.value) } : { failure: drawn.failure.code }) };
    }
    default:
      hands.during(intent.kind, () => carriedOutLater(intent, hands));
      return undefined;
  }
}

type Later = Extract<AdministrationIntent, { kind: 'setPin' | 'testBadge' | 'checkConnection' }>;

async function carriedOutLater(intent: Later, { office, printer, clock, note }: KioskHands): Promise<Tidings> {
  switch (intent.kind) {
    case 'setPin': {
      const { name, pin, isAdmin } = intent;
      const changed = await office.administration.setPin({ name, pin, isAdmin });
      if (changed.ok) note({ what: 'pinSet', person: name });
      return { of: 'pinSet', name, ...whyOf(changed) };
    }
    case 'testBadge':
      return badgeTold(await printer.print(badgeForNobody(clock), () => success(undefined)));
    case 'checkConnection': {
      const report = await office.check();
      if (!report) return { of: 'check', works: false };
      return { of: 'check', works: report.works, text: report.text.slice(0, longestReport) };
    }
  }
}

const badgeForNobody = ({ wall }: KioskHands['clock']) => testBadge(wall().slice(0, 10), wall().slice(11, 16));

function badgeTold({ state, printer, failure, picture, kept }: PrintOutcome): Tidings {
  const source = picture ?? (kept && pictureSource(kept));
  return {
    ...{ of: 'testBadge', state },
    ...(printer !== undefined && { printer }),
    ...(failure && { failure: failure.code }),
    ...(source !== undefined && { picture: source }),
  };
}

const faultIn = (changed: Changed) => (changed.ok ? {} : { fault: { ...changed.fault } });
const whyOf = (changed: PeopleChanged) => (changed.ok ? {} : { why: changed.why });
