// oxlint-disable-next-line import/no-unassigned-import -- sets what Grafana's modules read when they are loaded
import './boot/globals.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet
import './page.css';
import { createRoot } from 'react-dom/client';
import { fillRegistries } from './boot/registries.ts';
import { provideServices } from './boot/services.ts';
import { pluginOf } from './panels/registry.ts';
import { App } from './shell/app.tsx';

/** Charts measure their labels once: a font that arrives later would cut them off. No longer than this is waited for it. */
const FONT_WAIT = 1000;

async function start(): Promise<void> {
  fillRegistries();
  provideServices(pluginOf);
  const fonts = [document.fonts.load('12px Inter'), document.fonts.load('500 12px Inter')];
  await Promise.race([Promise.all(fonts), new Promise((done) => setTimeout(done, FONT_WAIT))]);
  const root = document.querySelector('#root');
  if (root !== null) createRoot(root).render(<App />);
}

void start();
