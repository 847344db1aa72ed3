import { afterEach, describe, expect, it } from 'vitest';
import { openChannel } from '../../../electron/printer/ipp/channel.ts';
import { type FakeIpp, type Spoil, startFakeIpp } from '../../fakes/ipp.ts';

const versionNotSupported = 0x0503;
const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const askOf = async (spoil: Spoil, wait: number, document?: Uint8Array) => {
  const fake: FakeIpp = await startFakeIpp();
  fake.spoil = spoil;
  const channel = openChannel(new URL(`http://127.0.0.1:${fake.port}/ipp/print`), 5_000);
  ends.push(fake.close, channel.close);
  const operation = document ? 'Print-Job' : 'Get-Printer-Attributes';
  return { fake, channel, answered: await channel.ask({ operation, own: {} }, wait, document) };
};

describe('a printer that knows IPP 1.1 alone', () => {
  const old: Spoil = (_, times) => (times === 1 ? versionNotSupported : undefined);

  it('is asked again in it, and from then on at once', async () => {
    const { fake, channel, answered } = await askOf(old, 5_000);
    expect(answered).toMatchObject({ ok: true, value: { status: 'successful-ok' } });
    expect(fake.requests).toHaveLength(2);
    expect(await channel.ask({ operation: 'Get-Printer-Attributes', own: {} }, 5_000)).toMatchObject({ ok: true });
    expect(fake.requests).toHaveLength(3);
  });

  it('is not sent a document twice', async () => {
    const { fake, answered } = await askOf(old, 5_000, Buffer.from('a badge'));
    expect(answered).toMatchObject({ ok: true, value: { status: 'server-error-version-not-supported' } });
    expect(fake.requests).toHaveLength(1);
  });

  it('has what is left of the time for both answers, not the whole of it for each', async () => {
    const slow: Spoil = (_, times) => (times === 1 ? { after: 1_000, status: versionNotSupported } : { after: 1_500 });
    const { fake, answered } = await askOf(slow, 2_000);
    expect(answered).toMatchObject({ ok: false, failure: { code: 'printer.silent' } });
    expect(fake.requests).toHaveLength(2);
  });
});
