import type { Code, Name } from './layout.ts';
import { member } from './literal.ts';
import type { Kind, Series } from './series.ts';

/** A unit as the compiler knows it; `ANY` is one it takes for whatever is needed. */
export const ANY = '*';

/** An expression in TypeScript, and what the compiler knows of it. */
export interface Written {
  readonly code: Code;
  /** `range` has its window in it; `series` can be given one. */
  readonly type: 'number' | 'scalar' | 'vector' | 'series' | 'range';
  readonly labels: ReadonlySet<string>;
  readonly unit: string;
  readonly kind: Kind;
}

/** What code is written with: the series there are, and how each service is called. */
export interface Writer {
  readonly series: ReadonlyMap<string, Series>;
  readonly service: (series: Series) => Name;
}

const PACKAGE = '@binnacle/builders';

/** A function of the builders. */
export function builder(name: string): Name {
  return { local: name, exported: name, module: PACKAGE };
}

/** A metric of a service. */
export function metricCode(series: Series, { service }: Writer): Code {
  return [service(series), '.metrics', member(series.code.key)];
}

const NONE: ReadonlySet<string> = new Set();

/** A number, or a single value. */
export function scalar(code: Code, unit: string, type: 'number' | 'scalar' = 'scalar'): Written {
  return { code, type, labels: NONE, unit, kind: 'gauge' };
}

/** True for what a label of every series can be taken from. */
export function isVector({ type }: Written): boolean {
  return type === 'vector' || type === 'series';
}

/** True when values of two units can be added and compared. */
export function comparable(a: string, b: string): boolean {
  return a === ANY || b === ANY || a === b;
}

/** `rate` and the like. */
export function perSecond(unit: string): string {
  if (unit === ANY || unit.startsWith('bucket:')) return unit;
  return unit === 'seconds' ? 'ratio' : `${unit}/second`;
}

/** Unit of `a * b`. */
export function product(a: string, b: string): string {
  if (a === ANY || b === ANY) return ANY;
  if (a === 'ratio') return b;
  if (b === 'ratio') return a;
  return b === 'seconds' && a.endsWith('/second') ? a.slice(0, -'/second'.length) : `${a}*${b}`;
}

/** Unit of `a / b`. */
export function quotient(a: string, b: string): string {
  if (a === ANY || b === ANY) return ANY;
  if (a === b) return 'ratio';
  if (b === 'ratio') return a;
  if (b === 'seconds') return `${a}/second`;
  if (b === `${a}/second`) return 'seconds';
  const [x, y] = [a, b].map((unit) => (unit.endsWith('/second') ? unit.slice(0, -'/second'.length) : undefined));
  return x !== undefined && y !== undefined ? `${x}/${y}` : `${a}/${b}`;
}
