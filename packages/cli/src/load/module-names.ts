import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SourceMap } from './bundle.ts';
import { trace } from './source-map.ts';

/** The names that mean something else in each module, and the placeholders a bundle carries for them. */
export const MODULE_NAMES: Readonly<Record<string, string>> = {
  'import.meta.url': '$module_url_000000',
  'import.meta.filename': '$module_file_000000',
  'import.meta.dirname': '$module_folder_000000',
  __filename: '$module_file_000000',
  __dirname: '$module_folder_000000',
};

const PLACEHOLDER = /\$module_(url|file|folder)_000000/g;

function valueOf(name: string, file: string): string {
  if (name === 'url') return pathToFileURL(file).href;
  return name === 'file' ? file : dirname(file);
}

function positionsOf(code: string, matches: readonly RegExpExecArray[]): { line: number; column: number }[] {
  let line = 1;
  let start = 0;
  return matches.map(({ index }) => {
    for (let next = code.indexOf('\n', start); next !== -1 && next < index; next = code.indexOf('\n', start)) {
      line++;
      start = next + 1;
    }
    return { line, column: index - start + 1 };
  });
}

/**
 * Gives `import.meta.url`, `__dirname` and their like the value they have in the file that mentions them. Bundling
 * replaced them all by placeholders; each becomes a variable of the same length, so that no position moves.
 */
export function placeModuleNames(code: string, map: SourceMap): string {
  const matches = [...code.matchAll(PLACEHOLDER)];
  if (matches.length === 0) return code;
  const traced = trace(map.mappings, positionsOf(code, matches));
  const values = new Map<string, string>();
  let index = 0;
  const placed = code.replace(PLACEHOLDER, (placeholder, name: string) => {
    const source = traced[index++]?.source ?? -1;
    const file = map.sources[source];
    if (file === undefined) return placeholder;
    const variable = `$module_${name}_${String(source + 1).padStart(6, '0')}`;
    values.set(variable, valueOf(name, file));
    return variable;
  });
  const declarations = [...values].map(([variable, value]) => `var ${variable} = ${JSON.stringify(value)};\n`);
  return `${placed}\n${declarations.join('')}`;
}
