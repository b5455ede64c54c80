import { readFileSync } from 'node:fs';
import type { Diagnostic } from '@binnacle/model';
import type { Definition } from './definitions.ts';

/** A definition file as far as cross-file findings need it. */
export interface Part {
  readonly file: string;
  readonly exports: Definition['exports'];
  readonly closure: readonly string[];
}

/** A finding about what the config says, at the line where it says it. */
export function inConfig(diagnostic: Diagnostic, file: string): Diagnostic {
  if (diagnostic.origin !== undefined) return diagnostic;
  let line = 1;
  try {
    const glob = /'([^']+)'/.exec(diagnostic.message)?.[1] ?? '';
    const lines = readFileSync(file, 'utf8').split('\n');
    line =
      Math.max(
        0,
        lines.findIndex((text) => text.includes(glob)),
      ) + 1;
  } catch {
    // Gone since it was read.
  }
  return { ...diagnostic, origin: { file, line, column: 1 } };
}

/** True for a file as `import metrics` writes it. */
function holdsContracts(file: string): boolean {
  try {
    return /^export const metrics\b/m.test(readFileSync(file, 'utf8'));
  } catch {
    // Gone since it was read.
    return false;
  }
}

/** Files that export nothing and that no other definition needs. */
export function unused(parts: readonly Part[]): Diagnostic[] {
  const needed = new Set(parts.flatMap(({ file, closure }) => closure.filter((path) => path !== file)));
  return parts
    .filter(({ file, exports }) => exports === 'nothing' && !needed.has(file))
    .map(({ file }) => ({
      rule: 'load/export',
      severity: 'warning',
      message: 'this file has no default export and no definition imports it',
      origin: { file, line: 1, column: 1 },
      fix: holdsContracts(file)
        ? "import its metrics in the file of their service: service('name', { …, metrics })"
        : '`export default` its resources, or add it to `exclude`',
    }));
}
