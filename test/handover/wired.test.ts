import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkPaths } from '../../electron/bookings/paths.ts';
import { failure } from '../../electron/contract/failure.ts';
import type { DeskNews } from '../../electron/core/desk.ts';
import { machineClock } from '../../electron/effects/clock.ts';
import { expectedList } from '../../electron/effects/expected.ts';
import { createHandOvers, receiversOf } from '../../electron/handover/receivers.ts';
import { createLog } from '../../electron/log/log.ts';
import { readSettings } from '../../electron/settings/read.ts';
import { startUpkeep } from '../../electron/upkeep.ts';
import { makeAuthority, makeCertificate } from '../bookings/certificates.ts';
import { startMailServer } from '../fakes/mail.ts';
import { basis, journalIn, temporaryFolder, theValue, visitOf } from '../journal/visit-of.ts';
import { until } from '../sync/world.ts';

const canaries = ['CANARY-pass', 'ottilie.canary', 'Quillfeather'];

/** Each canary as it might lie in a file or a message. */
const spellings = canaries.flatMap((canary) => [
  Buffer.from(canary),
  Buffer.from(canary, 'utf16le'),
  Buffer.from(Buffer.from(canary).toString('base64').replace(/.?=*$/, '')),
]);
const found = (bytes: Uint8Array) => spellings.some((spelling) => Buffer.from(bytes).includes(spelling));

it('DAT-1 LOG-1 from the settings to the host’s mailbox, by TLS and with a password: no address, name or password lies in a file or is told', async () => {
  const authority = await makeAuthority();
  const server = await startMailServer({ ...(await makeCertificate('localhost', authority)), secure: true, authOptional: false });
  onTestFinished(() => server.down());
  const folder = temporaryFolder();
  const trusted = join(temporaryFolder(), 'ca.pem');
  writeFileSync(trusted, authority.cert);
  const settings = readSettings(
    [],
    {
      ...{ FOYER_SERVER: 'https://bookings.example.org', FOYER_TOKEN: 't', FOYER_KEY: 'file', FOYER_CA: trusted },
      ...{ FOYER_MAIL: `smtps://foyer:CANARY-pass@localhost:${server.port}`, FOYER_MAIL_FROM: 'reception@example.org' },
    },
    { platform: 'linux', home: folder, folder, host: 'browser', checkPaths },
  );
  if (!settings.ok) throw new Error(settings.fault.message);
  const receivers = receiversOf(settings.value);
  expect(receivers).toEqual(['hosts']);
  const journal = journalIn(folder, undefined, receivers);
  const log = createLog({ file: join(folder, 'foyer.log') });
  onTestFinished(() => log.close());
  const told: DeskNews[] = [];
  const write = async () => ({ result: failure('bug') });
  const upkeep = startUpkeep({
    settings: settings.value,
    bookings: {
      connection: () => ({ circuit: 'closed', signedOut: false, revoked: 'no', skewMilliseconds: 0, running: 0, waiting: 0 }),
      downloadRoster: async () => failure('bookings.unreachable'),
      refresh: () => {},
    },
    connection: { resumed: () => {} },
    journal,
    roster: { find: async () => failure('bug'), status: () => ({ badges: 0 }), draft: () => failure('bug'), close: () => {} },
    expected: expectedList(() => {}).sink,
    handOvers: createHandOvers({ settings: settings.value, write, outbox: journal, wall: machineClock.wall }),
    clock: machineClock,
    log,
    tell: (news) => told.push(news),
    slept: () => {},
  });
  onTestFinished(() => upkeep.stop());

  const at = machineClock.wall();
  const came = (number: number, hostMail: string) => {
    const period = { from: at, to: at };
    const visit = visitOf(`C0000${number}`, { badgeId: `${number}`, hostMail, period, visitor: { name: 'Zoë Quillfeather' } });
    theValue(journal.checkIn({ visitId: `visit-${number}`, visit, at, basis }));
    upkeep.handOn();
  };
  server.behave = () => ({ rcpt: 550 });
  came(1, 'ottilie.canary.gone@example.org');
  await until(() => theValue(journal.outboxCounts('hosts')).dead === 1);
  server.behave = () => ({ rcpt: 451 });
  came(2, 'ottilie.canary@example.org');
  await until(() => told.some((news) => news.handOver?.hosts === 'mail.busy'));
  server.behave = () => ({});
  await until(() => theValue(journal.outboxCounts('hosts')).sent === 1, 20_000);

  expect(server.kept.map(({ to }) => to)).toEqual([['ottilie.canary@example.org']]);
  expect(server.seen).toContain('auth foyer CANARY-pass');
  expect(found(Buffer.from(JSON.stringify(told)))).toBe(false);
  const files = readdirSync(folder);
  expect(files).toEqual(expect.arrayContaining(['foyer.log', 'journal.db']));
  for (const file of files) expect(found(readFileSync(join(folder, file))), file).toBe(false);
  expect(readFileSync(join(folder, 'foyer.log'), 'utf8')).toContain('mail.refused');
}, 40_000);
