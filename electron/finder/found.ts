import { readdir } from 'node:fs/promises';
import type { Result } from '../contract/failure.ts';
import type { CupsQueue } from '../printer/ipp/queues.ts';
import { type Advert, plain } from './advert.ts';
import { type Suggestion, suggestionFor, suggestionForDevice, suggestionForQueue } from './suggest.ts';

/** A printer that was found; texts are bounded and without control characters. */
export interface Found {
  readonly from: 'network' | 'CUPS' | 'device';
  readonly name: string;
  readonly model: string;
  readonly suggestion: Suggestion;
}

const most = 64;

/** What was heard of on the network, once for each address to print to. */
export function foundOnNetwork(adverts: readonly Advert[]): readonly Found[] {
  const found = adverts.map((advert): Found => {
    const model = advert.txt['ty'] ?? advert.txt['product'] ?? advert.txt['usb_MDL'] ?? '';
    return { from: 'network', name: advert.name, model, suggestion: suggestionFor(advert) };
  });
  const keyOf = ({ name, suggestion }: Found) => JSON.stringify([name, suggestion]);
  return [...new Map(found.map((one) => [keyOf(one), one])).values()];
}

/** The queues of this machine's CUPS; none where there is no CUPS. */
export function foundInCups(queues: Result<readonly CupsQueue[]>): readonly Found[] {
  return (queues.ok ? queues.value : []).slice(0, most).map(({ name, model }): Found => {
    // What had to be made plain is no name to be asked for.
    const suggestion = plain(name) === name ? suggestionForQueue(name) : ({ why: 'address' } as const);
    return { from: 'CUPS', name: plain(name), model: plain(model), suggestion };
  });
}

/** The printers with a cable, as Linux names them. `folder`: `/dev/usb`. */
export async function foundDevices(folder: string): Promise<readonly Found[]> {
  const names = await readdir(folder).catch(() => []);
  const devices = names.filter((name) => /^lp\d{1,3}$/.test(name)).sort();
  return devices.map((name) => ({
    from: 'device',
    name: `${folder}/${name}`,
    model: '',
    suggestion: suggestionForDevice(`/dev/usb/${name}`),
  }));
}
