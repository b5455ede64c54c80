import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const FOLDERS = ['custom', 'mono', 'solid', 'unicons'];
/** Puts icons and fonts where Grafana's components look for them: below `public/`. */
export function grafanaAssets(): Plugin {
  return {
    name: 'grafana-assets',
    apply: 'build',
    generateBundle() {
      const require = createRequire(import.meta.url);
      const add = (fileName: string, from: string): void => {
        this.emitFile({ type: 'asset', fileName: `public/${fileName}`, source: readFileSync(from) });
      };
      const icons = join(dirname(require.resolve('@grafana/ui/package.json')), 'dist/public/img/icons');
      for (const folder of FOLDERS) {
        for (const file of readdirSync(join(icons, folder)).filter((name) => name.endsWith('.svg'))) {
          add(`build/img/icons/${folder}/${file}`, join(icons, folder, file));
        }
      }
      // By the name Grafana's global styles ask for; the Latin letters are enough of each font.
      add('fonts/inter/Inter-Italic.woff2', require.resolve('@fontsource/inter/files/inter-latin-400-italic.woff2'));
      add(
        'fonts/inter/Inter-MediumItalic.woff2',
        require.resolve('@fontsource/inter/files/inter-latin-500-italic.woff2'),
      );
      add('fonts/inter/Inter-Medium.woff2', require.resolve('@fontsource/inter/files/inter-latin-500-normal.woff2'));
      add('fonts/inter/Inter-Regular.woff2', require.resolve('@fontsource/inter/files/inter-latin-400-normal.woff2'));
      add(
        'fonts/roboto/L0xTDF4xlVMF-BfR8bXMIhJHg45mwgGEFl0_3vrtSM1J-gEPT5Ese6hmHSh0mQ.woff2',
        require.resolve('@fontsource/roboto-mono/files/roboto-mono-latin-400-normal.woff2'),
      );
    },
  };
}
