import { isForPage } from '../electron/contract/keys.ts';
import { useScreen } from './store.ts';

/**
 * A public screen offers no menus, takes no files, does not zoom, and has no keys that are a browser's (WIN-6, WIN-7, WIN-8). In Electron the window
 * keeps most of them away before; in a browser this is all that a page can do, and its own kiosk mode has to do the rest.
 */
export function lockPage(): void {
  for (const name of ['contextmenu', 'dragstart', 'dragover', 'drop', 'gesturestart'] as const)
    addEventListener(name, (event) => event.preventDefault());
  addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), { passive: false, capture: true });
  addEventListener(
    'keydown',
    (event) => {
      const { key, ctrlKey: control, metaKey: meta, altKey: alt, shiftKey: shift } = event;
      const use = useScreen.getState().snapshot?.screen.kind === 'desk' ? 'desk' : 'lobby';
      if (!isForPage({ key, control, meta, alt, shift }, use)) event.preventDefault();
    },
    { capture: true },
  );
}
