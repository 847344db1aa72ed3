import { createRoot } from 'react-dom/client';
import { connect } from './bridge.ts';
import { lockPage } from './lockdown.ts';
import { Page } from './Page.tsx';
import { listenToScanner } from './scan/scanner.ts';
import { forget, receive } from './store.ts';
import './style/tokens.css';
import './style/page.css';
import './style/controls.css';
import './style/screens.css';
import './style/visit.css';
import './style/idle.css';
import './style/services.css';
import './style/pass.css';
import './style/comfort.css';
import './style/comfort-fuller.css';
import './style/offline.css';
import './style/motion.css';
import '@fontsource-variable/noto-sans/wght.css';

const root = document.getElementById('page');
if (!root) throw new Error('index.html has no #page');

// The letters of the first picture come while main is asked for it; else it is laid out twice.
void document.fonts.load('1em "Noto Sans Variable"').catch(() => undefined);
connect({ receive, lost: forget });
listenToScanner();
lockPage();
createRoot(root).render(<Page />);
// The letters of other scripts come beside the first picture; the camera's decoder in the quiet after it, or when somebody scans sooner.
void import('./style/scripts.ts').catch(() => undefined);
setTimeout(() => {
  void import('./scan/decoder-worker.ts').then(({ startDecoder }) => startDecoder()).catch(() => undefined);
  void import('./scan/viewfinder.ts').catch(() => undefined);
}, 5_000);
