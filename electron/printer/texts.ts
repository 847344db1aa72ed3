import { cleanText } from '../core/text.ts';
import type { PrintContent } from '../core/visit.ts';
import type { Fonts } from './fonts.ts';
import type { PlaceName } from './place.ts';

/** The text of each place that has one. Texts come cleaned; here they are cleaned again, because a badge must not depend on that. */
export function textsOf(content: PrintContent, fonts: Fonts): Map<PlaceName, string> {
  const texts = new Map<PlaceName, string>();
  const put = (name: PlaceName, raw: string | undefined) => {
    const text = fonts.spelt(cleanText(raw ?? ''));
    if (text !== '') texts.set(name, text);
  };
  put('company', content.company);
  put('host', content.host);
  put('date', content.date);
  put('time', content.time);
  put('place', content.place);
  put('door', content.doorCode);
  put('site', content.site);
  const code = cleanText(content.code, 64);
  texts.set('code', /^\w{6}$/.test(code) ? `${code.slice(0, 3)} ${code.slice(3)}` : code);
  put('visitor', content.visitor);
  // A name of which nothing can be seen leaves nothing to print: the code stands in, so that reception can tell whose badge it is.
  if (!texts.has('visitor')) texts.set('visitor', code);
  return texts;
}
