import { must, say } from '../journal/crash-child-said.ts';
import { at, checkIn, startIn, stop } from './start.ts';

/**
 * What the tests of a start kill: it starts in the folder of its first argument as Foyer does, and lets the visitor of its second one in.
 * Each line on stdout is said only once it is durable.
 */
const [folder = '', number = '0'] = process.argv.slice(2);
const store = startIn(folder);
if (typeof store === 'string') throw new Error(store);
say(`replaced ${store.replaced ?? 'none'}`);
must(store.journal.settle(at));
say('ready');
say(`in ${number} ${checkIn(store, Number(number))}`);
stop(store);
say('end');
