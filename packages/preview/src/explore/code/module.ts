import { type Code, type Name, namesIn } from './layout.ts';
import { text } from './literal.ts';

/** Imports as the projects here sort them: names without regard to case. */
function importLine(module: string, names: readonly Name[]): string {
  const own = names.filter(({ exported }) => exported === 'default').map(({ local }) => local);
  const named = names
    .filter(({ exported }) => exported !== 'default')
    .map(({ exported, local }) => (exported === local ? local : `${exported} as ${local}`))
    .toSorted((a, b) => a.localeCompare(b, 'en'));
  const line = (list: string): string =>
    `import ${[...own, ...(list === '' ? [] : [list])].join(', ')} from ${text(module)};`;
  if (named.length === 0) return line('');
  const short = line(`{ ${named.join(', ')} }`);
  return short.length <= 120 ? short : line(`{\n${named.map((name) => `  ${name},\n`).join('')}}`);
}

/** Files come after packages. */
function rank(module: string): number {
  return Number(module.startsWith('.'));
}

/** The imports that some code needs: packages first, then files. */
export function imports(codes: readonly Code[]): string {
  const byModule = new Map<string, Map<string, Name>>();
  for (const name of codes.flatMap(namesIn)) {
    const names = byModule.get(name.module) ?? new Map<string, Name>();
    byModule.set(name.module, names.set(name.local, name));
  }
  return [...byModule]
    .toSorted(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b, 'en'))
    .map(([module, names]) => importLine(module, [...names.values()]))
    .join('\n');
}
