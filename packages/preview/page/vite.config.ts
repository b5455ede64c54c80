import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { commonjsDefaults } from './build/commonjs-defaults.ts';
import { grafanaAssets } from './build/grafana-assets.ts';
import { leaveOut } from './build/leave-out.ts';
import { thirdPartyNotices } from './build/third-party-notices.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  publicDir: here('public'),
  clearScreen: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: {
    conditions: ['@binnacle/source', 'module', 'browser', 'production'],
    alias: [
      { find: /^react-router-dom-v5-compat$/, replacement: 'react-router-dom' },
      // Scenes look data sources up by functions that the runtime of this version does not have.
      { find: /^@grafana\/plugin-compat\/datasources$/, replacement: here('boot/data-sources.ts') },
      // Ten years of time zones are 0.7 MB less than all of them.
      { find: /^moment-timezone$/, replacement: 'moment-timezone/builds/moment-timezone-with-data-10-year-range.js' },
    ],
  },
  plugins: [
    commonjsDefaults(['calculate-size', 'react-custom-scrollbars-2']),
    leaveOut(),
    grafanaAssets(),
    thirdPartyNotices(['@fontsource/inter', '@fontsource/roboto-mono']),
  ],
  build: {
    outDir: here('../dist/page'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
    rolldownOptions: {
      onLog(level, log, report) {
        // A directive for servers that render; there is none here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
});
