import type { MetricInCode } from '../../wire/project.ts';
import { BUILDERS } from './functions.ts';

/** Words that are no names. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected public return ' +
    'static super switch this throw true try typeof var void while with yield'
  ).split(' '),
);

/** The words of a text as one name: `Orders by route` is `ordersByRoute`. */
export function camelCase(text: string): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const [first = '', ...rest] = words;
  const joined =
    first.charAt(0).toLowerCase() +
    first.slice(1) +
    rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(joined) ? joined : `panel${joined}`;
}

/** A name that is none of those that are taken. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const free = (name: string): boolean => !taken.has(name) && !RESERVED.has(name) && !BUILDERS.has(name);
  if (free(wanted)) return wanted;
  for (let n = 2; ; n++) if (free(`${wanted}${n}`)) return `${wanted}${n}`;
}

/** How services are called where they are imported, each once: by their exports where nothing else is called so. */
export function serviceNames(
  services: readonly { readonly service: string; readonly code: MetricInCode }[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { service, code } of services) {
    const id = importId(code);
    if (names.has(id)) continue;
    const taken = new Set(names.values());
    const own = code.exportName === 'default' ? camelCase(service) : code.exportName;
    const isFree = !taken.has(own) && !BUILDERS.has(own) && !RESERVED.has(own);
    names.set(id, isFree ? own : freeName(`${own}Service`, taken));
  }
  return names;
}

/** Tells exports of files apart. */
export function importId({ file, exportName }: Pick<MetricInCode, 'file' | 'exportName'>): string {
  return `${file} ${exportName}`;
}
