import type { Administration, PeopleChanged } from '../core/administration.ts';
import { cleanText } from '../core/text.ts';
import { pinsIn } from './door.ts';
import { peopleWithPin, removePin, setPin } from './pins.ts';

/**
 * Who of a data folder has a PIN, for an administrator at the desk. The last administrator stays one there: whoever takes that one away at the
 * machine (`--remove-pin`) can also set another.
 */
export function openPeople(data: string): Pick<Administration, 'people' | 'setPin' | 'removePin'> {
  const file = pinsIn(data);
  const isLastAdmin = (name: string): boolean => {
    const admins = peopleWithPin(file).filter(({ isAdmin }) => isAdmin);
    return admins.length === 1 && admins[0]?.name === name;
  };
  return {
    people: () => peopleWithPin(file),
    setPin: async ({ name: given, pin, isAdmin }) => {
      const name = cleanText(given, 60);
      if (!isAdmin && isLastAdmin(name)) return { ok: false, why: 'lastAdmin' };
      try {
        const why = await setPin(file, { name, isAdmin }, pin);
        return why === undefined ? { ok: true } : { ok: false, why };
      } catch (error) {
        return notKept(error);
      }
    },
    removePin: (name) => {
      if (isLastAdmin(name)) return { ok: false, why: 'lastAdmin' };
      try {
        return removePin(file, name) ? { ok: true } : { ok: false, why: 'nobody' };
      } catch (error) {
        return notKept(error);
      }
    },
  };
}

/** Throws on what is no error of the file system. */
function notKept(error: unknown): PeopleChanged {
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  return { ok: false, why: 'notKept' };
}
