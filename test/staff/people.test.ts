import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDoor, pinsIn } from '../../electron/staff/door.ts';
import { openPeople } from '../../electron/staff/people.ts';
import { peopleWithPin, removePin } from '../../electron/staff/pins.ts';
import { passingClock } from '../effects/passing-clock.ts';
import { temporaryFolder } from '../journal/visit-of.ts';

const clara = { name: 'Clara Mendes', isAdmin: true };
const bo = { name: 'Bo Berg', isAdmin: false };

async function staffed() {
  const data = temporaryFolder();
  const people = openPeople(data);
  expect(await people.setPin({ ...clara, pin: '482913' })).toEqual({ ok: true });
  expect(await people.setPin({ ...bo, pin: '730164' })).toEqual({ ok: true });
  return { data, people };
}

describe('the people with a PIN, at the desk', () => {
  it('are shown by name and role, and the door knows the role', async () => {
    const { data, people } = await staffed();
    expect(people.people()).toEqual([clara, bo]);
    const door = openDoor(data, passingClock('2026-11-28T12:00:00+08:00').clock);
    expect(await door.knock('482913')).toEqual({ kind: 'open', ...clara });
    expect(await door.knock('730164')).toEqual({ kind: 'open', ...bo });
  });

  it('WIN-12 the last administrator cannot be removed or made staff; one of two can', async () => {
    const { people } = await staffed();
    expect(people.removePin(clara.name)).toEqual({ ok: false, why: 'lastAdmin' });
    expect(await people.setPin({ name: clara.name, pin: '991843', isAdmin: false })).toEqual({ ok: false, why: 'lastAdmin' });
    // The same person under a name that only looks longer.
    expect(await people.setPin({ name: ` ${clara.name}  `, pin: '991843', isAdmin: false })).toMatchObject({ ok: false });
    expect(await people.setPin({ ...bo, isAdmin: true, pin: '730164' })).toEqual({ ok: true });
    expect(people.removePin(clara.name)).toEqual({ ok: true });
    expect(people.people()).toEqual([{ ...bo, isAdmin: true }]);
  });

  it('who is staff goes, and the last administrator may have a new PIN', async () => {
    const { data, people } = await staffed();
    expect(people.removePin(bo.name)).toEqual({ ok: true });
    expect(people.removePin(bo.name)).toEqual({ ok: false, why: 'nobody' });
    expect(await people.setPin({ ...clara, pin: '991843' })).toEqual({ ok: true });
    expect(JSON.stringify(people.people())).not.toMatch(/hash|salt/);
    expect(readFileSync(pinsIn(data), 'utf8')).not.toMatch(/482913|991843/);
  });

  it.each([
    [{ name: 'Ida Ruiz', pin: '12345' }, 'digits'],
    [{ name: 'Ida Ruiz', pin: '123456' }, 'plain'],
    [{ name: 'Ida Ruiz', pin: '482913' }, 'taken'],
    [{ name: ' \u202e ', pin: '991843' }, 'name'],
  ])('%j is refused as %s, and nothing is changed', async (entry, why) => {
    const { data, people } = await staffed();
    const before = readFileSync(pinsIn(data));
    expect(await people.setPin({ ...entry, isAdmin: false })).toEqual({ ok: false, why });
    expect(readFileSync(pinsIn(data))).toEqual(before);
  });

  it('DUR-5 what the disk does not take is said, and nobody is locked out', async () => {
    const { data, people } = await staffed();
    // A folder where the new file is written first.
    mkdirSync(join(data, 'staff.json.new'));
    expect(await people.setPin({ name: 'Ida Ruiz', pin: '991843', isAdmin: true })).toEqual({ ok: false, why: 'notKept' });
    expect(people.removePin(bo.name)).toEqual({ ok: false, why: 'notKept' });
    expect(people.people()).toEqual([clara, bo]);
  });

  it('whoever has the machine can take the last one away', async () => {
    const { data } = await staffed();
    expect(removePin(pinsIn(data), clara.name)).toBe(true);
    expect(peopleWithPin(pinsIn(data))).toEqual([bo]);
  });
});
