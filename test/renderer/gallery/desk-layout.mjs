/**
 * Runs in the page: what is wrong with the layout of the desk. It scrolls down and never across, nothing lies over its neighbour or reaches
 * out of its cell, no letter is smaller than 14 px, no target smaller than 24 px, or 44 px where it may be touched.
 * @returns {string[]}
 */
export function deskFaults() {
  const faults = [];
  const name = (/** @type {Element} */ element) =>
    `${element.tagName.toLowerCase()}.${element.className.toString().split(' ').join('.')} "${(element.textContent ?? '').slice(0, 24)}"`;
  const desk = document.querySelector('.desk');
  if (!desk) return ['there is no desk'];
  if (document.documentElement.scrollWidth > innerWidth)
    faults.push(`the page scrolls across: ${document.documentElement.scrollWidth}`);
  // What is there for assistive technology alone is a pixel wide.
  const isOnlyHeard = (/** @type {Element | null} */ element) => {
    for (let at = element; at && at !== desk; at = at.parentElement) if (getComputedStyle(at).clipPath !== 'none') return true;
    return false;
  };
  const isCoarse = matchMedia('(any-pointer: coarse)').matches;
  const smallest = isCoarse ? 43.5 : 24;
  for (const element of desk.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (element.closest('svg') || element.getClientRects().length === 0 || isOnlyHeard(element)) continue;
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(`outside the page: ${name(element)}`);
    const style = getComputedStyle(element);
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (hasText && parseFloat(style.fontSize) < 14) faults.push(`letters under 14 px: ${name(element)} ${style.fontSize}`);
    if (element.matches('button, input') && (box.width < smallest || box.height < smallest))
      faults.push(`target of ${Math.round(box.width)}×${Math.round(box.height)} px: ${name(element)}`);
    if (
      // A report keeps its columns: it scrolls by itself.
      !element.matches('.text, input, .kiosk-listing, .kiosk-listing *') &&
      style.display !== 'inline' &&
      element.scrollWidth > element.clientWidth + 2 &&
      element.clientWidth > 0
    )
      faults.push(`too narrow for what it holds: ${name(element)} ${element.scrollWidth} in ${element.clientWidth}`);
  }
  for (const row of desk.querySelectorAll('tr, .statuses, .head, form, .row')) {
    const parts = [...row.children].filter((part) => part.getClientRects().length > 0);
    for (const [index, part] of parts.entries()) {
      const box = part.getBoundingClientRect();
      for (const other of parts.slice(index + 1)) {
        const next = other.getBoundingClientRect();
        const across = Math.min(box.right, next.right) - Math.max(box.left, next.left);
        const down = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
        if (across > 1 && down > 1) faults.push(`${name(part)} overlaps ${name(other)}`);
      }
    }
  }
  return faults;
}
