import type { Kind } from './series.ts';
import { ANY, perSecond } from './written.ts';

/** A function over a window, as the builders have it. */
interface Windowed {
  readonly name: string;
  /** What it reads: what only grows, what does not, or either. */
  readonly reads: 'rising' | 'level' | 'any';
  readonly unit: (unit: string) => string;
  readonly kind: (kind: Kind) => Kind;
}

const same = <T>(value: T): T => value;
const gauge = (): Kind => 'gauge';
const rated = (kind: Kind): Kind => (kind === 'histogram' ? 'rated-histogram' : 'gauge');

/** PromQL function over a window → that of the builders. */
export const WINDOWED: Readonly<Record<string, Windowed>> = {
  rate: { name: 'rate', reads: 'rising', unit: perSecond, kind: rated },
  irate: { name: 'irate', reads: 'rising', unit: perSecond, kind: rated },
  increase: { name: 'increase', reads: 'rising', unit: same, kind: rated },
  resets: { name: 'resets', reads: 'rising', unit: () => 'resets', kind: gauge },
  changes: { name: 'changes', reads: 'any', unit: () => 'changes', kind: gauge },
  delta: { name: 'delta', reads: 'level', unit: same, kind: same },
  idelta: { name: 'idelta', reads: 'level', unit: same, kind: same },
  deriv: { name: 'deriv', reads: 'level', unit: perSecond, kind: gauge },
  avg_over_time: { name: 'avgOverTime', reads: 'any', unit: same, kind: same },
  min_over_time: { name: 'minOverTime', reads: 'any', unit: same, kind: same },
  max_over_time: { name: 'maxOverTime', reads: 'any', unit: same, kind: same },
  sum_over_time: { name: 'sumOverTime', reads: 'any', unit: same, kind: same },
  last_over_time: { name: 'lastOverTime', reads: 'any', unit: same, kind: same },
  stddev_over_time: { name: 'stddevOverTime', reads: 'any', unit: same, kind: same },
  count_over_time: { name: 'countOverTime', reads: 'any', unit: () => 'samples', kind: gauge },
  present_over_time: { name: 'presentOverTime', reads: 'any', unit: () => 'bool', kind: gauge },
};

/** PromQL function of one vector → that of the builders, with the unit it gives; nothing where it keeps the unit. */
export const PLAIN: Readonly<Record<string, { readonly name: string; readonly unit?: string }>> = {
  abs: { name: 'abs' },
  ceil: { name: 'ceil' },
  floor: { name: 'floor' },
  round: { name: 'round' },
  sort: { name: 'sort' },
  sort_desc: { name: 'sortDesc' },
  sqrt: { name: 'sqrt', unit: ANY },
  ln: { name: 'ln', unit: ANY },
  log2: { name: 'log2', unit: ANY },
  log10: { name: 'log10', unit: ANY },
  exp: { name: 'exp', unit: ANY },
};

/** Aggregation → function of the builders, with the unit it gives. */
export const AGGREGATIONS: Readonly<Record<string, { readonly name: string; readonly unit?: string }>> = {
  sum: { name: 'sum' },
  avg: { name: 'avg' },
  min: { name: 'min' },
  max: { name: 'max' },
  stddev: { name: 'stddev' },
  count: { name: 'count', unit: 'series' },
  group: { name: 'grouped', unit: 'bool' },
};

/** Aggregation with a number first → function of the builders, and whether it keeps the labels of its series. */
export const SELECTIONS: Readonly<Record<string, { readonly name: string; readonly keeps: boolean }>> = {
  topk: { name: 'topk', keeps: true },
  bottomk: { name: 'bottomk', keeps: true },
  quantile: { name: 'quantile', keeps: false },
};

/** Operator → method of the builders, and what it asks of its sides: units that can be compared, or any. */
export const OPERATORS: Readonly<Record<string, { readonly name: string; readonly units: 'alike' | 'any' }>> = {
  '+': { name: 'add', units: 'alike' },
  '-': { name: 'sub', units: 'alike' },
  '*': { name: 'mul', units: 'any' },
  '/': { name: 'div', units: 'any' },
  '%': { name: 'mod', units: 'alike' },
  '^': { name: 'pow', units: 'any' },
  '==': { name: 'eq', units: 'alike' },
  '!=': { name: 'ne', units: 'alike' },
  '>': { name: 'gt', units: 'alike' },
  '<': { name: 'lt', units: 'alike' },
  '>=': { name: 'ge', units: 'alike' },
  '<=': { name: 'le', units: 'alike' },
  and: { name: 'and', units: 'any' },
  unless: { name: 'unless', units: 'any' },
};

function namesOf(table: Readonly<Record<string, { readonly name: string }>>): readonly string[] {
  return Object.values(table).map(({ name }) => name);
}

/** Every name of the builders that code may import: no service is called like one of them. */
export const BUILDERS: ReadonlySet<string> = new Set([
  ...namesOf(WINDOWED),
  ...namesOf(PLAIN),
  ...namesOf(AGGREGATIONS),
  ...namesOf(SELECTIONS),
  'anyOf',
  'bargauge',
  'dashboard',
  'heatmap',
  'hero',
  'histogramQuantile',
  'minor',
  'noneOf',
  'not',
  'notRegex',
  'number',
  'promql',
  'query',
  'regex',
  'stat',
  'table',
  'time',
  'timeseries',
  'timestamp',
]);
