import { afterEach, describe, expect, it } from 'vitest';
import { success } from '../../../electron/contract/failure.ts';
import { createBadges } from '../../../electron/printer/badge.ts';
import { qlRoll } from '../../../electron/printer/brother-ql/media.ts';
import { createNetworkedQl } from '../../../electron/printer/brother-ql/network.ts';
import { readSnmpStatus, statusBySnmp } from '../../../electron/printer/brother-ql/snmp.ts';
import { createBytePrinter } from '../../../electron/printer/byte-printer.ts';
import { connectTcp } from '../../../electron/printer/tcp-line.ts';
import { type FakeQlState, startFakeBrotherQl } from '../../fakes/brother-ql-printer.ts';
import { type FakeAgentState, startFakeAgent } from '../../fakes/snmp.ts';
import { assets, content } from '../people.ts';
import { readQr } from '../qr-reader.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

/** What a QL-820NWB with labels of 62 × 29 mm answered by SNMP, byte for byte. */
const real = [...Buffer.from('8020423441300400 00003e0b00000300 001d000000000000 0001000000000000'.replaceAll(' ', ''), 'hex')];
const roll62 = real.map((byte, at) => ({ 11: 0x0a, 17: 0 })[at] ?? byte);
const withByte = (at: number, value: number) => roll62.map((byte, place) => (place === at ? value : byte));

const start = async (agentState: Partial<FakeAgentState>, state: Partial<FakeQlState> = { silent: true }, confirm = 600) => {
  const [agent, fake] = [await startFakeAgent({ value: roll62, ...agentState }), await startFakeBrotherQl(state)];
  const roll = qlRoll({ width: 62 });
  const protocol = createNetworkedQl({ ...(roll && { roll }), switches: true }, (wait) =>
    statusBySnmp({ host: '127.0.0.1', port: agent.port }, wait),
  );
  const printer = createBytePrinter({
    name: 'QL',
    badges: createBadges({ assets, media: { width: 696, dpi: 300 } }),
    open: (wait, signal) => connectTcp({ host: '127.0.0.1', port: fake.port }, wait, signal),
    protocol,
    times: { connect: 2_000, answer: 1_500, confirm, job: 20_000 },
  });
  ends.push(agent.close, fake.close, () => printer.close());
  return { agent, fake, printer, print: () => printer.print(content(), () => success(undefined)) };
};

describe('SNMP', () => {
  it('reads what a real printer said', async () => {
    const agent = await startFakeAgent({ value: real });
    ends.push(agent.close);
    expect(await statusBySnmp({ host: '127.0.0.1', port: agent.port }, 2_000)).toEqual({
      kind: 'reply',
      model: 0x41,
      errors: [0, 0],
      media: { type: 'dieCut', width: 62, length: 29 },
      isPrinting: false,
      notice: 0,
    });
  });

  it.each<[string, Partial<FakeAgentState>]>([
    ['silence', { silent: true }],
    ['the answer to another question', { stale: true }],
    ['no such object', { unknown: true }],
    ['a text that is no status', { value: [1, 2, 3] }],
    ['a status that is cut short', { value: real.slice(0, 31) }],
    ['a status with something behind it', { value: [...real, 0] }],
  ])('PRN-6 %s is no status', async (_, state) => {
    const agent = await startFakeAgent({ value: real, ...state });
    ends.push(agent.close);
    expect(await statusBySnmp({ host: '127.0.0.1', port: agent.port }, 200)).toBeUndefined();
    expect(agent.requests()).toBeGreaterThan(0);
  });

  it('nobody there is no status, and no exception', async () => {
    const agent = await startFakeAgent();
    await agent.close();
    expect(await statusBySnmp({ host: '127.0.0.1', port: agent.port }, 200)).toBeUndefined();
    expect(await statusBySnmp({ host: 'printer.invalid', port: 161 }, 200)).toBeUndefined();
  });

  it('PRN-6 no packet that is cut or changed at any place throws or is a status of another shape', () => {
    const packet = Buffer.from(
      `3050020100 04067075626c6963 a243 020101 020100 020100 30383036 060e2b060104019303030309010601 00 0424${'00'.repeat(36)}`.replaceAll(
        ' ',
        '',
      ),
      'hex',
    );
    for (let at = 0; at < packet.length; at++) {
      expect(readSnmpStatus(packet.subarray(0, at), 1)).toBeUndefined();
      for (const value of [0x00, 0x7f, 0x80, 0x84, 0xff]) {
        const changed = Buffer.from(packet);
        changed[at] = value;
        expect(readSnmpStatus(changed, 1)).toBeUndefined();
      }
    }
  });
});

describe('Brother QL on a network', () => {
  it('is asked by SNMP, says nothing on its port, and its job is sent at best', async () => {
    const { fake, printer, print } = await start({});
    expect(await printer.report()).toMatchObject([{ name: 'QL', media: '62 mm', warnings: [] }]);
    expect(await print()).toMatchObject({ state: 'sent' });
    expect((await readQr(fake.picture(fake.jobs()[0] ?? Buffer.alloc(0)))).map(({ text }) => text)).toEqual(['FJUEIW']);
  });

  it.each([
    ['paper out', withByte(8, 0x02), 'printer.paperOut'],
    ['cover open', withByte(9, 0x10), 'printer.coverOpen'],
    ['a fault', withByte(8, 0x04), 'printer.fault'],
    ['labels instead of a roll', real, 'printer.media'],
    ['another roll', withByte(10, 29), 'printer.media'],
    ['busy', withByte(19, 1), 'printer.offline'],
  ])('PRN-7 %s: told before anything is sent', async (_, value, code) => {
    const { fake, print } = await start({ value });
    expect(await print()).toMatchObject({ state: 'failed', failure: { code } });
    expect(fake.jobs()).toEqual([]);
  });

  it('PRN-9 seen printing and then idle: sent; wrong afterwards: unknown, and why; gone: unknown', async () => {
    const { agent, fake, print } = await start({}, { silent: true }, 3_000);
    fake.onFirstByte(() => {
      agent.setState({ value: withByte(19, 1) });
      setTimeout(() => agent.setState({ value: roll62 }), 500);
    });
    expect(await print()).toMatchObject({ state: 'sent' });
    fake.onFirstByte(() => agent.setState({ value: withByte(8, 0x01) }));
    expect(await print()).toMatchObject({ state: 'unknown', failure: { code: 'printer.paperOut' } });
    agent.setState({ value: roll62 });
    fake.onFirstByte(() => agent.setState({ silent: true }));
    expect(await print()).toMatchObject({ state: 'unknown', failure: { code: 'printer.silent' } });
    // It has answered before: now it is off, or out of reach.
    expect(await print()).toMatchObject({ state: 'failed', failure: { code: 'printer.silent' } });
    expect(fake.jobs()).toHaveLength(3);
  });

  it('PRN-9 printing without an end: unknown', async () => {
    const { agent, fake, print } = await start({});
    fake.onFirstByte(() => agent.setState({ value: withByte(19, 1) }));
    expect(await print()).toMatchObject({ state: 'unknown', failure: { code: 'printer.silent' } });
  });

  it('one that answers in neither way gets no job', async () => {
    const { fake, print } = await start({ silent: true });
    expect(await print()).toMatchObject({ state: 'failed', failure: { code: 'printer.silent' } });
    expect(fake.jobs()).toEqual([]);
  });

  it('one that answers on the line alone confirms there, and is not asked by SNMP again', async () => {
    const { agent, print } = await start({ silent: true }, {}, 5_000);
    expect(await print()).toMatchObject({ state: 'confirmed' });
    const before = agent.requests();
    for (let job = 0; job < 2; job++) expect(await print()).toMatchObject({ state: 'confirmed' });
    expect([before > 0, agent.requests()]).toEqual([true, before]);
  });
});
