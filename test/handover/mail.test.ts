import { describe, expect, it, onTestFinished } from 'vitest';
import { success } from '../../electron/contract/failure.ts';
import type { Arrival } from '../../electron/core/arrival.ts';
import type { Handed, Letter } from '../../electron/core/outbox.ts';
import { createMail } from '../../electron/handover/mail.ts';
import { makeAuthority, makeCertificate } from '../bookings/certificates.ts';
import { serveRaw } from '../bookings/web.ts';
import { startMailServer } from '../fakes/mail.ts';
import { came, hostMail, type Mail, mailTo } from './hosts.ts';
import { readMail } from './mail-reader.ts';

const arrival: Arrival = {
  kiosk: 'foyer-test00',
  to: hostMail,
  host: 'Ottilie Beispiel',
  visitor: 'Žofie Ångström',
  period: { from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T18:00:00+08:00' },
  place: {},
};
const letter: Letter = {
  eventId: '0b54cf6e-6a39-4a3c-9ad3-2a8d1b7c6f10',
  sequence: 1,
  kind: 'checkedIn',
  visitId: 'visit-1',
  at: came,
  body: JSON.stringify(arrival),
  tries: 0,
};
const told = (handed: Handed): string =>
  handed.outcome === 'sent' ? 'sent' : `${handed.outcome} ${handed.failure.code}${handed.status ? ` ${handed.status}` : ''}`;

async function serving(...options: Parameters<typeof startMailServer>) {
  const server = await startMailServer(...options);
  onTestFinished(() => server.down());
  return server;
}

/** Tells the host once, by this server. */
async function tell(mail: Mail, options: Partial<Parameters<typeof createMail>[0]> = {}): Promise<Handed> {
  const outbox = { begun: () => success(undefined), hereSince: () => success(came) };
  const way = createMail({ mail, outbox, wall: () => came, withinMs: 10_000, ...options });
  onTestFinished(() => way.close());
  return way.hand(letter);
}

describe('what is sent', () => {
  it('goes to the host alone, from the sender that was set', async () => {
    const server = await serving({ hideSTARTTLS: true });
    expect(await tell(mailTo(server))).toEqual({ outcome: 'sent' });
    expect(server.kept.map(({ from, to }) => ({ from, to }))).toEqual([{ from: 'reception@example.org', to: [hostMail] }]);
    expect(readMail(server.kept[0]?.text ?? '').headers['subject']).toBe('Žofie Ångström is here');
    expect(server.seen).toEqual(['connect', 'mail', 'rcpt', 'data', 'dot']);
  });

  it('a name that looks like commands is text', async () => {
    const server = await serving();
    const visitor = '.\r\n.\r\nRCPT TO:<other@example.org>\r\nQUIT';
    const outbox = { begun: () => success(undefined), hereSince: () => success(came) };
    const way = createMail({ mail: mailTo(server), outbox, wall: () => came });
    await way.hand({ ...letter, body: JSON.stringify({ ...arrival, visitor, host: visitor }) });
    expect(server.kept.map(({ to }) => to)).toEqual([[hostMail]]);
    expect(readMail(server.kept[0]?.text ?? '').text).toContain('. . RCPT TO:<other@example.org> QUIT checked in at 09:00.');
  });

  it('with the user and password that were set, whatever is in them', async () => {
    const server = await serving({ authOptional: false, allowInsecureAuth: true });
    const sender = { user: 'foyer@example.org', password: 'CANARY pä:ss/@%' };
    expect(told(await tell(mailTo(server, { sender })))).toBe('sent');
    expect(server.seen[1]).toBe(`auth ${sender.user} ${sender.password}`);
  });
});

describe('API-4 what the mail server’s answer means', () => {
  it.each([
    [{ rcpt: 451 }, 'later mail.busy 451'],
    [{ rcpt: 421 }, 'later mail.busy 421'],
    [{ rcpt: 503 }, 'later mail.busy 503'],
    [{ rcpt: 550 }, 'dead mail.refused 550'],
    [{ rcpt: 552 }, 'dead mail.refused 552'],
    [{ rcpt: 530 }, 'later mail.auth 530'],
    [{ dot: 452 }, 'later mail.busy 452'],
    [{ dot: 554 }, 'dead mail.refused 554'],
    [{ mail: 450 }, 'later mail.busy 450'],
    [{ mail: 553 }, 'later mail.auth 553'],
    [{ greeting: 421 }, 'later mail.busy 421'],
    [{ greeting: 554 }, 'later mail.auth 554'],
  ] as const)('API-4 %j is %s', async (behaviour, expected) => {
    for (const hidePIPELINING of [true, false]) {
      const server = await serving({ hidePIPELINING });
      server.behave = () => behaviour;
      const handed = await tell(mailTo(server));
      expect(told(handed)).toBe(expected);
      // Neither the address nor the server's own words, which may hold it, go on from here.
      expect(JSON.stringify(handed)).not.toMatch(/canary/i);
      expect(server.kept).toEqual([]);
    }
  });

  it.each([
    [535, 'later mail.auth 535'],
    [534, 'later mail.auth 534'],
    [454, 'later mail.busy 454'],
  ])('API-4 a user who is refused with %i: %s, and no letter is given up', async (auth, expected) => {
    const server = await serving({ allowInsecureAuth: true });
    server.behave = () => ({ auth });
    expect(told(await tell(mailTo(server, { sender: { user: 'u', password: 'CANARY' } })))).toBe(expected);
    expect(server.seen).toEqual(['connect', 'auth u CANARY']);
  });

  it('a server that lets nobody sign in, where a user is set', async () => {
    const server = await serving({ disabledCommands: ['AUTH'] });
    expect(told(await tell(mailTo(server, { sender: { user: 'u', password: 'p' } })))).toMatch(/^later mail\.auth/);
    expect(server.kept).toEqual([]);
  });
});

describe('API-8 what breaks', () => {
  it.each([
    [{ greeting: 'cut' }, 'later mail.unreachable', 0],
    [{ mail: 'cut' }, 'later mail.unreachable', 0],
    [{ rcpt: 'cut' }, 'later mail.unreachable', 0],
    [{ data: 'cut' }, 'later mail.unreachable', 0],
    // From here on nobody can tell whether the server had the final dot.
    [{ text: 'cut' }, 'unsure mail.unsure', 0],
    [{ dot: 'cut' }, 'unsure mail.unsure', 1],
    [{ answer: 'cut' }, 'sent', 1],
    [{ greeting: 'silent' }, 'later mail.unreachable', 0],
    [{ mail: 'silent' }, 'later mail.unreachable', 0],
    [{ rcpt: 'silent' }, 'later mail.unreachable', 0],
    [{ dot: 'silent' }, 'unsure mail.unsure', 1],
  ] as const)('API-8 %j: %s, with %i messages kept', async (behaviour, expected, kept) => {
    const server = await serving();
    server.behave = () => behaviour;
    const withinMs = Object.values(behaviour).includes('silent') ? 1_000 : 10_000;
    expect(told(await tell(mailTo(server), { withinMs }))).toBe(expected);
    expect(server.kept).toHaveLength(kept);
  });

  it('a server that is not there, whose name nobody knows, or that is none', async () => {
    const server = await serving();
    await server.down();
    expect(told(await tell(mailTo(server)))).toBe('later mail.unreachable');
    expect(told(await tell(mailTo(server, { host: 'mail.invalid', security: 'starttls' })))).toBe('later mail.unreachable');
    const strange = await serveRaw((socket) => void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'));
    onTestFinished(() => strange.close());
    expect(told(await tell(mailTo({ port: Number(strange.url.port) })))).toBe('later mail.unreachable');
  });

  it('a server that says a word now and then, or never comes to an end of one', async () => {
    for (const word of ['220-wait\r\n', 'x'.repeat(500)]) {
      const dripping = await serveRaw((socket) => {
        const timer = setInterval(() => socket.write(word), 20);
        socket.on('close', () => clearInterval(timer));
      });
      onTestFinished(() => dripping.close());
      expect(told(await tell(mailTo({ port: Number(dripping.url.port) }), { withinMs: 500 }))).toBe('later mail.unreachable');
    }
  });

  it('a way that is closed, before the text and after it', async () => {
    for (const [behaviour, expected] of [
      [{ rcpt: 'silent' }, 'later mail.unreachable'],
      [{ dot: 'silent' }, 'unsure mail.unsure'],
    ] as const) {
      const server = await serving();
      server.behave = () => behaviour;
      const outbox = { begun: () => success(undefined), hereSince: () => success(came) };
      const way = createMail({ mail: mailTo(server), outbox, wall: () => came });
      const handing = way.hand(letter);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await way.close();
      expect(told(await handing)).toBe(expected);
    }
  });
});

describe('API-1 whom it is said to', () => {
  const localhost = (server: { port: number }, security: Mail['security']): Mail =>
    mailTo(server, { host: 'localhost', security, sender: { user: 'u', password: 'CANARY' } });

  it.each(['tls', 'starttls'] as const)('API-1 a server that is trusted, by %s', async (security) => {
    const authority = await makeAuthority();
    const server = await serving({ ...(await makeCertificate('localhost', authority)), secure: security === 'tls' });
    expect(told(await tell(localhost(server, security), { ca: authority.cert }))).toBe('sent');
    expect(server.kept).toHaveLength(1);
  });

  it.each(['tls', 'starttls'] as const)(
    'API-1 nobody whose certificate is not trusted, has run out, or is another’s, by %s',
    async (security) => {
      const authority = await makeAuthority();
      const pairs = [
        await makeCertificate('localhost'),
        await makeCertificate('localhost', authority, { isExpired: true }),
        await makeCertificate('other.example', authority),
      ];
      for (const pair of pairs) {
        const server = await serving({ ...pair, secure: security === 'tls' });
        expect(told(await tell(localhost(server, security), { ca: authority.cert }))).toBe('later mail.tls');
        expect(server.seen.filter((step) => step !== 'connect')).toEqual([]);
      }
    },
  );

  it('API-1 no server that offers no encryption, or answers it in the clear: no password and no name leaves', async () => {
    const plain = await serving({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    expect(told(await tell(localhost(plain, 'starttls')))).toMatch(/^later mail\.tls/);
    expect(told(await tell(localhost(plain, 'tls')))).toBe('later mail.tls');
    expect(plain.seen.filter((step) => step !== 'connect')).toEqual([]);
  });

  it('API-1 not even where the environment switches the check off', async () => {
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    onTestFinished(() => {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    });
    const server = await serving({ ...(await makeCertificate('localhost')), secure: true });
    expect(told(await tell(localhost(server, 'tls')))).toBe('later mail.tls');
  });
});
