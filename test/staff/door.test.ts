import { readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDoor, pinsIn, waitAfter } from '../../electron/staff/door.ts';
import { peopleWithPin, pinFault, removePin, setPin, whosePin } from '../../electron/staff/pins.ts';
import { passingClock } from '../effects/passing-clock.ts';
import { temporaryFolder } from '../journal/visit-of.ts';

const clara = '482913';
const minute = 60_000;
const claraMendes = { name: 'Clara Mendes', isAdmin: false };
const boBerg = { name: 'Bo Berg', isAdmin: false };

async function doorOf(data = temporaryFolder()) {
  const { clock, pass } = passingClock('2026-11-22T12:00:00+08:00');
  expect(await setPin(pinsIn(data), { name: 'Clara Mendes', isAdmin: false }, clara)).toBeUndefined();
  return { data, pass, door: openDoor(data, clock) };
}

describe('a PIN', () => {
  it.each([
    '12345',
    '1234567890123',
    '12345a',
    '',
    ' 482913',
    '４８２９１３',
    '000000',
    '99999999',
    '123456',
    '987654',
    '890123',
    '210987',
  ])('%j is none', (pin) => {
    expect(pinFault(pin)).toBeDefined();
  });

  it.each(['482913', '123457', '112233', '135791', '900001'])('%s may be one', (pin) => {
    expect(pinFault(pin)).toBeUndefined();
  });

  it('tells who it is, so nobody gets that of another; their own they may change, and it can be taken away', async () => {
    const file = pinsIn(temporaryFolder());
    expect(await setPin(file, claraMendes, clara)).toBeUndefined();
    expect(await setPin(file, boBerg, clara)).toBe('taken');
    expect(await setPin(file, boBerg, '730164')).toBeUndefined();
    expect(await setPin(file, { ...claraMendes, isAdmin: true }, '555001')).toBeUndefined();
    expect(peopleWithPin(file)).toEqual([boBerg, { ...claraMendes, isAdmin: true }]);
    expect([removePin(file, 'Bo Berg'), removePin(file, 'Bo Berg')]).toEqual([true, false]);
    expect(peopleWithPin(file)).toEqual([{ ...claraMendes, isAdmin: true }]);
  });

  it('of before there were administrators is a PIN of staff', async () => {
    const file = pinsIn(temporaryFolder());
    await setPin(file, { ...claraMendes, isAdmin: true }, clara);
    const { salt, people } = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ salt, people: people.map(({ name, hash }: Record<string, string>) => ({ name, hash })) }));
    expect(await whosePin(file, clara)).toEqual(claraMendes);
  });

  it('is not kept under a name that the file would not take, which would lock everybody out', async () => {
    const file = pinsIn(temporaryFolder());
    await setPin(file, claraMendes, clara);
    expect(await setPin(file, { name: '🛂'.repeat(60), isAdmin: false }, '730164')).toBe('name');
    expect(await whosePin(file, clara)).toEqual(claraMendes);
  });

  it('DAT-4 is in no file as it is, and the file is for this account alone', async () => {
    const { data } = await doorOf();
    expect(readFileSync(pinsIn(data), 'utf8')).not.toContain(clara);
    expect(statSync(pinsIn(data)).mode & 0o777).toBe(0o600);
  });
});

describe('WIN-12 the door to the desk', () => {
  it('WIN-12 opens to a PIN and says whose it is', async () => {
    const { door } = await doorOf();
    expect(door.exists()).toBe(true);
    expect(await door.knock(clara)).toEqual({ kind: 'open', name: 'Clara Mendes', isAdmin: false });
    expect(await door.knock('482914')).toEqual({ kind: 'wrong', waitMs: 0 });
  });

  it('WIN-12 is shut where nobody has a PIN, and where the file is spoilt', async () => {
    const { data, door } = await doorOf();
    writeFileSync(pinsIn(data), '{"people":[');
    expect(door.exists()).toBe(false);
    expect((await door.knock(clara)).kind).toBe('wrong');
    rmSync(pinsIn(data));
    expect((await door.knock('')).kind).toBe('wrong');
  });

  it('WIN-12 nobody has a PIN only where there is no file, or nobody in it; of what cannot be read or reached that is not said', async () => {
    const { data, door } = await doorOf();
    const file = pinsIn(data);
    const aside = `${data}-aside`;
    expect(door.isMissing()).toBe(false);
    renameSync(data, aside);
    expect(door.isMissing(), 'a folder that is gone').toBe(false);
    writeFileSync(data, '');
    expect(door.isMissing(), 'a folder that is none').toBe(false);
    rmSync(data);
    renameSync(aside, data);
    removePin(file, 'Clara Mendes');
    expect(door.isMissing(), 'nobody in it').toBe(true);
    writeFileSync(file, '{"people":[');
    expect(door.isMissing(), 'damaged').toBe(false);
    rmSync(file);
    expect(door.isMissing(), 'no file').toBe(true);
    for (const to of [join(data, 'nowhere', 'staff.json'), file]) {
      symlinkSync(to, file);
      expect(door.isMissing(), `a link to ${basename(to)}`).toBe(false);
      rmSync(file);
    }
  });

  it('WIN-12 ten wrong PINs take longer and longer, and the right one is not heard meanwhile', async () => {
    const { door, pass } = await doorOf();
    const waits: number[] = [];
    for (let tries = 0; tries < 10; tries += 1) {
      const knock = await door.knock('111222');
      if (knock.kind === 'open') throw new Error('it opened');
      waits.push(knock.waitMs);
      if (knock.waitMs > 0) {
        pass(knock.waitMs - 1);
        expect(await door.knock(clara)).toEqual({ kind: 'wait', waitMs: 1 });
        pass(1);
      }
    }
    expect(waits).toEqual([0, 0, 5, 10, 20, 40, 80, 160, 300, 300].map((seconds) => seconds * 1000));
    expect((await door.knock(clara)).kind).toBe('open');
    expect(await door.knock('111222')).toEqual({ kind: 'wrong', waitMs: 0 });
  });

  it('WIN-12 the count and its wait are there after a restart, whole, whatever the clock says', async () => {
    const { data, door, pass } = await doorOf();
    for (let tries = 0; tries < 4; tries += 1) {
      await door.knock('111222');
      pass(minute);
    }
    const later = passingClock('1970-01-01T00:00:00+00:00');
    const again = openDoor(data, later.clock);
    expect(await again.knock(clara)).toEqual({ kind: 'wait', waitMs: waitAfter(4) });
    later.pass(waitAfter(4));
    expect(await again.knock('111222')).toEqual({ kind: 'wrong', waitMs: waitAfter(5) });
  });

  it('WIN-12 a try is counted before it is looked at: who cuts the power gains none', async () => {
    const { data, door } = await doorOf();
    const knocking = door.knock('111222');
    expect(JSON.parse(readFileSync(join(data, 'staff-tries.json'), 'utf8'))).toEqual({ wrong: 1 });
    await knocking;
  });

  it('WIN-12 a count that was spoilt is a long wait, and several PINs at once are one', async () => {
    const { data, door } = await doorOf();
    const [first, ...others] = await Promise.all([door.knock('111222'), door.knock(clara), door.knock('730164')]);
    expect([first?.kind, ...others.map(({ kind }) => kind)]).toEqual(['wrong', 'wait', 'wait']);
    writeFileSync(join(data, 'staff-tries.json'), 'zero');
    const knock = await openDoor(data, passingClock('2026-11-22T12:00:00+08:00').clock).knock(clara);
    expect(knock).toEqual({ kind: 'wait', waitMs: 5 * minute });
  });

  it('WIN-12 what cannot be counted is not looked at', async () => {
    const { data, door } = await doorOf();
    rmSync(data, { recursive: true });
    expect(await door.knock(clara)).toEqual({ kind: 'wait', waitMs: 5_000 });
  });
});
