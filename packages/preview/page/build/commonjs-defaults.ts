import type { Plugin } from 'vite';

const MARK = '\0default-of:';

/**
 * Grafana's modules end in `.mjs`, so a CommonJS package reaches them as Node would give it: an object around the default.
 * For the packages named here, a module in between hands out the default itself.
 */
export function commonjsDefaults(packages: readonly string[]): Plugin {
  return {
    name: 'commonjs-defaults',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!packages.includes(source) || importer === undefined || importer.startsWith(MARK)) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved === null ? null : `${MARK}${resolved.id}`;
    },
    load(id) {
      if (!id.startsWith(MARK)) return null;
      const path = JSON.stringify(id.slice(MARK.length));
      return `import whole from ${path};\nexport default whole.default ?? whole.Scrollbars ?? whole;\n`;
    },
  };
}
