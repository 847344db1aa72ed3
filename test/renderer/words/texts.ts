/** Every text of a word file, with where it stands; functions are called with stand-ins. */
export function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, `${path}.${index}`));
  if (typeof value === 'function') {
    // A refusal may not know its time or its place; nothing else is ever asked without.
    const unknown = path.startsWith('refused') ? textsOf(value(undefined, 'checkOut'), `${path}(–)`) : [];
    return [...textsOf(value('09:00', 'checkIn', '7'), `${path}()`), ...unknown];
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => textsOf(item, path === '' ? key : `${path}.${key}`));
  return [];
}
