import type { WebContents } from 'electron';
import { isForPage, type KeysOf } from '../../contract/keys.ts';

/** Keeps the keys that are not for a page from it, and the page's size as it is (rule WIN-8). https://electronjs.org/docs/latest/api/web-contents#event-before-input-event */
export function guardKeys(
  contents: Pick<WebContents, 'on' | 'setZoomFactor' | 'setVisualZoomLevelLimits'>,
  use: () => KeysOf,
): void {
  contents.on('before-input-event', (event, input) => {
    if (!isForPage(input, use())) event.preventDefault();
  });
  contents.on('zoom-changed', (event) => {
    event.preventDefault();
    contents.setZoomFactor(1);
  });
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    // Not before there is a page: it answers an error then, which nobody needs to hear of.
    void contents.setVisualZoomLevelLimits(1, 1).catch(() => undefined);
  });
}
