import { defineConfig } from 'vitest/config';

// Tests run on the TypeScript sources; the custom export condition makes every workspace import resolve to `src`.
const conditions = ['@binnacle/source', 'node', 'import', 'default'];

export default defineConfig({
  ssr: { resolve: { conditions } },
  resolve: { conditions },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/build/**/*.test.ts',
      'packages/preview/page/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    reporters: ['default', './test/report/plain-summary.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Bundles of definitions are the loader's own: they run as Node runs them.
    // Grafana's modules import CommonJS in ways that only a bundler takes.
    server: {
      deps: {
        external: [/[\\/]\.binnacle[\\/]/],
        inline: [/[\\/]node_modules[\\/]@grafana[\\/](?:data|i18n|schema)[\\/]/],
      },
    },
  },
});
