/**
 * Runs in the page: what is wrong with the layout of the screen that is shown. Nothing scrolls or lies outside, no text is cut off
 * where it is not meant to be, no two actions overlap, every target is at least 44 px, no letter is smaller than 24 px at 1080.
 * @returns {string[]}
 */
export function layoutFaults() {
  const faults = [];
  const scale = Math.min(innerWidth, innerHeight) / 1080;
  const name = (/** @type {Element} */ element) =>
    `${element.tagName.toLowerCase()}.${element.className.toString().split(' ').join('.')} "${(element.textContent ?? '').slice(0, 24)}"`;
  const isDrawn = (/** @type {Element} */ element) => element.getClientRects().length > 0;
  const scroller = document.scrollingElement;
  if (scroller && (scroller.scrollHeight > innerHeight || scroller.scrollWidth > innerWidth)) faults.push('the page scrolls');
  const root = document.querySelector('dialog[open]') ?? document.querySelector('.lobby') ?? document.body;

  const blocks = [...root.querySelectorAll('header > *, .say, .matter, .matter > *, .actions, .row')].filter(isDrawn);
  for (const [index, block] of blocks.entries()) {
    const box = block.getBoundingClientRect();
    for (const other of blocks.slice(index + 1)) {
      if (block.contains(other)) continue;
      const next = other.getBoundingClientRect();
      const across = Math.min(box.right, next.right) - Math.max(box.left, next.left);
      const down = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
      if (across > 1 && down > 1) faults.push(`${block.className} overlaps ${other.className} by ${Math.round(down)} px`);
    }
  }
  for (const element of root.querySelectorAll('*')) {
    if (!isDrawn(element) || element.parentElement?.closest('.picture, .clamped, dd') || element.closest('svg')) continue;
    const box = element.getBoundingClientRect();
    if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
      faults.push(`outside the screen: ${name(element)}`);
    const style = getComputedStyle(element);
    // The lines of tall letters reach a little out of their boxes.
    const spill = 2 + parseFloat(style.fontSize) * 0.25;
    const mayClip = element.matches('.clamped, dd, .nearest, .around, .site, .picture, .viewfinder, input, .slot');
    if (
      !mayClip &&
      style.display !== 'inline' &&
      (element.scrollHeight > element.clientHeight + spill || element.scrollWidth > element.clientWidth + spill) &&
      element.clientWidth > 0
    )
      faults.push(
        `too small for what it holds: ${name(element)} ${element.scrollWidth}×${element.scrollHeight} in ${element.clientWidth}×${element.clientHeight}`,
      );
    if (element.matches('button, input') && (box.width < 43.5 || box.height < 43.5))
      faults.push(`target under 44 px: ${name(element)}`);
    if (
      element.childNodes.length > 0 &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()) &&
      parseFloat(style.fontSize) < 24 * scale - 0.1
    )
      faults.push(`letters under 24 px: ${name(element)} ${style.fontSize}`);
  }
  return faults;
}
