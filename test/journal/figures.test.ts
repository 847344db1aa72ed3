import { expect, it } from 'vitest';
import { basis, journalIn, temporaryFolder, theValue, visitOf } from './visit-of.ts';

const at = (time: string, day = '2026-11-22') => `${day}T${time}.000+08:00`;

it('badgeTimes measures from the check-in to the badge that was out, or sent, on that day, and no badge that staff asked for', () => {
  const journal = journalIn(temporaryFolder());
  const badged = (id: string, came: string, out: string, state: 'confirmed' | 'sent' | 'unknown') => {
    theValue(journal.checkIn({ basis, visitId: id, visit: visitOf(id), at: came, printId: `p${id}` }));
    theValue(journal.print({ printId: `p${id}`, state: 'sending', at: came }));
    theValue(journal.print({ printId: `p${id}`, state, at: out }));
  };
  badged('AAAAAA', at('09:00:00'), at('09:00:04'), 'confirmed');
  badged('BBBBBB', at('09:10:00'), at('09:10:09'), 'sent');
  badged('CCCCCC', at('09:20:00'), at('09:20:20'), 'unknown');
  badged('DDDDDD', at('23:59:58', '2026-11-21'), at('00:00:03'), 'confirmed');
  badged('EEEEEE', at('10:00:00', '2026-11-21'), at('10:00:02', '2026-11-21'), 'confirmed');
  theValue(journal.printAgain({ printId: 'pAAAAAA', reprintId: 'again', at: at('09:30:00') }));
  theValue(journal.print({ printId: 'again', state: 'sending', at: at('09:30:01') }));
  theValue(journal.print({ printId: 'again', state: 'confirmed', at: at('09:30:02') }));
  expect([...theValue(journal.badgeTimes('2026-11-22'))].sort()).toEqual([4, 5, 9]);
  expect(theValue(journal.badgeTimes('2026-11-20'))).toEqual([]);
});

it('entries are the visits that count, the oldest first, with who was closed by the kiosk and what was corrected', () => {
  const journal = journalIn(temporaryFolder());
  for (const id of ['AAAAAA', 'BBBBBB', 'CCCCCC', 'DDDDDD']) {
    theValue(journal.checkIn({ basis, visitId: id, visit: visitOf(id), at: at('09:00:00') }));
  }
  theValue(journal.closeAutomatically({ visitIds: ['BBBBBB'], at: at('00:00:10', '2026-11-23') }));
  theValue(journal.confirmLeft({ visitId: 'BBBBBB', at: at('08:00:00', '2026-11-23') }));
  const reason = 'came earlier';
  theValue(
    journal.correct({ visitId: 'CCCCCC', correction: { what: 'cameAt', time: at('08:30:00') }, reason, at: at('09:05:00') }),
  );
  theValue(journal.correct({ visitId: 'DDDDDD', correction: { what: 'notIn' }, reason, at: at('09:05:00') }));
  const entries = theValue(journal.entries());
  expect(entries.map(({ visitId, isAutomatic, isCorrected }) => [visitId, isAutomatic, isCorrected])).toEqual([
    ['AAAAAA', false, false],
    ['BBBBBB', true, false],
    ['CCCCCC', false, true],
  ]);
  expect(entries.map(({ checkedInAt }) => checkedInAt)).toEqual([at('09:00:00'), at('09:00:00'), at('08:30:00')]);
  expect(entries[1]?.checkedOutAt).toBe(at('08:00:00', '2026-11-23'));
});
