import type { Plugin } from 'vite';

/** Parts of Grafana's components that nothing on the page uses: code editors and maps. */
const UNUSED: readonly { readonly file: RegExp; readonly exports: readonly string[] }[] = [
  {
    file: /@grafana[\\/]ui[\\/]dist[\\/]esm[\\/]components[\\/]CodeMirror[\\/]CodeEditor\.mjs$/,
    exports: ['CodeEditor', 'CodeMirrorEditor'],
  },
  {
    file: /@grafana[\\/]ui[\\/]dist[\\/]esm[\\/]components[\\/]Monaco[\\/]ReactMonacoEditor\.mjs$/,
    exports: ['ReactMonacoEditor'],
  },
  {
    file: /@grafana[\\/]ui[\\/]dist[\\/]esm[\\/]components[\\/]Table[\\/]geo[\\/]OpenLayersProvider\.mjs$/,
    exports: ['OpenLayersProvider'],
  },
];

/** Replaces modules that are loaded on demand and never demanded by components that draw nothing. */
export function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    enforce: 'pre',
    load(id) {
      const unused = UNUSED.find(({ file }) => file.test(id));
      if (unused === undefined) return null;
      const names = unused.exports.map((name) => `export const ${name} = nothing;`);
      return ['const nothing = () => null;', ...names, 'export default nothing;'].join('\n');
    },
  };
}
