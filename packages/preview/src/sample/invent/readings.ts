import type { Resource } from '@binnacle/model';
import { type BinaryExpr, children, type Expr, type Matcher, parse, type VectorSelector, walk } from '@binnacle/promql';
import { inV2 } from '../../project/in-v2.ts';
import { type Asked, optionsIn, queriesIn, sourcesIn } from './asked.ts';

/** What a query asks of a metric: where it selects it, and what it does with it. */
export interface Reading {
  readonly name: string;
  /** Without those of the name. */
  readonly matchers: readonly Matcher[];
  /** Labels that something around the selector needs: groupings, joins, legends, the values of a variable. */
  readonly labels: ReadonlySet<string>;
  /** True where it is the argument of what only counters are for. */
  readonly counted: boolean;
  /** The number it is compared with, where only samples with this value are shown. */
  readonly equals?: number;
  /** Readings with the same object are matched with each other label by label: their series need the same labels. */
  readonly alike?: object;
  /** Labels by which there may be one series each, as something is joined with it. */
  readonly uniqueBy?: readonly string[];
}

/** What a dashboard reads, and the values that its variables have by definition. */
export interface DashboardReadings {
  readonly readings: readonly Reading[];
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** The labels that values of its other variables are those of. */
  readonly sources: ReadonlyMap<string, string>;
  /** What it selects of logs, as if of a metric; and the texts that it looks for in their lines. */
  readonly logs: readonly Reading[];
  readonly texts: readonly string[];
}

const COUNTING = new Set(['rate', 'irate', 'increase', 'resets']);
const LABEL = /^[A-Za-z_]\w*$/;
const NAME = /^[a-zA-Z_:][\w:]*$/;

/** Names that a selector may mean; none where it leaves them open. */
function namesOf({ name, matchers }: VectorSelector): readonly string[] {
  const pattern = matchers.find(({ label, op }) => label === '__name__' && (op === '=' || op === '=~'));
  const names = name ?? pattern?.value.replace(/^\^?\((.*)\)\$?$/, '$1') ?? '';
  return names.split('|').filter((one) => NAME.test(one));
}

/** The selectors whose labels an expression has, as they are. */
function bareSelectors(expr: Expr): readonly VectorSelector[] {
  if (expr.type === 'VectorSelector') return [expr];
  if (expr.type === 'AggregateExpr' && !expr.without && expr.op !== 'topk' && expr.op !== 'bottomk') return [];
  return children(expr).flatMap(bareSelectors);
}

function namesIn(refs: readonly { readonly name: string; readonly variable?: boolean }[]): readonly string[] {
  return refs.flatMap(({ name, variable }) => (variable === true || !LABEL.test(name) ? [] : [name]));
}

/** What is known of each selector of a query besides its own matchers. */
interface Around {
  readonly labels: Map<VectorSelector, Set<string>>;
  readonly alike: Map<VectorSelector, object>;
  readonly equals: Map<VectorSelector, number>;
  readonly uniqueBy: Map<VectorSelector, readonly string[]>;
}

function unbracketed(expr: Expr): Expr {
  return expr.type === 'ParenExpr' ? unbracketed(expr.expr) : expr;
}

function noteBinary({ left, right, op, matching, bool }: BinaryExpr, around: Around): void {
  const [one, other] = [unbracketed(left), unbracketed(right)];
  if (op === '==' && !bool && one.type === 'VectorSelector' && other.type === 'NumberLiteral')
    around.equals.set(one, other.value);
  if (matching === undefined) return;
  const [ofLeft, ofRight] = [bareSelectors(left), bareSelectors(right)];
  const add = (selectors: readonly VectorSelector[], names: readonly string[]): void => {
    for (const selector of selectors) for (const name of names) around.labels.get(selector)?.add(name);
  };
  const on = namesIn(matching.labels);
  if (matching.on) {
    add([...ofLeft, ...ofRight], on);
    const single = matching.card === 'one-to-many' ? ofLeft : matching.card === 'many-to-one' ? ofRight : [];
    for (const selector of matching.card === 'one-to-one' ? [...ofLeft, ...ofRight] : single)
      around.uniqueBy.set(selector, on);
  }
  const included = namesIn(matching.include);
  add(matching.card === 'one-to-many' ? ofLeft : ofRight, included);
  if (matching.on || included.length > 0 || ofLeft.length === 0 || ofRight.length === 0) return;
  const all = [...ofLeft, ...ofRight];
  const known = all.map((selector) => around.alike.get(selector)).find((group) => group !== undefined);
  const group = known ?? {};
  for (const selector of all) around.alike.set(selector, group);
}

function readingsIn({ query, labels, taken }: Asked): readonly Reading[] {
  const { expr, errors } = parse(query);
  if (errors.length > 0) return [];
  const around: Around = { labels: new Map(), alike: new Map(), equals: new Map(), uniqueBy: new Map() };
  const found: { readonly selector: VectorSelector; readonly counted: boolean }[] = [];
  walk(expr, (node, parents) => {
    if (node.type !== 'VectorSelector') return;
    const needed = new Set(labels);
    for (const parent of parents)
      if (parent.type === 'AggregateExpr' && !parent.without)
        for (const name of namesIn(parent.grouping)) needed.add(name);
    around.labels.set(node, needed);
    const call = parents.findLast((parent) => parent.type === 'Call');
    found.push({ selector: node, counted: call?.type === 'Call' && COUNTING.has(call.func) });
  });
  walk(expr, (node) => {
    if (node.type === 'BinaryExpr') noteBinary(node, around);
  });
  return found.flatMap(({ selector, counted }) => {
    const own = selector.matchers.filter(({ label, variable }) => label !== '__name__' && variable !== true);
    const matchers = taken === undefined ? own : [...own, taken];
    const [alike, equals] = [around.alike.get(selector), around.equals.get(selector)];
    const uniqueBy = around.uniqueBy.get(selector);
    return namesOf(selector).map((name) => ({
      name,
      matchers,
      labels: around.labels.get(selector) ?? new Set<string>(),
      counted,
      ...(alike !== undefined && { alike }),
      ...(equals !== undefined && { equals }),
      ...(uniqueBy !== undefined && { uniqueBy }),
    }));
  });
}

/** Stream selectors in a query of logs, with their line filters left out. */
const SELECTORS = /\{(?:[^{}"`]|"(?:[^"\\]|\\.)*"|`[^`]*`)*\}/g;
const LOOKED_FOR = /\|=\s*(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`)/g;

function logReadingsIn({ query, labels, taken }: Asked): readonly Reading[] {
  const grouped = [...query.matchAll(/\bby\s*\(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(','));
  const needed = new Set(
    [...labels, ...grouped.map((name) => name.trim()), 'level'].filter((name) => LABEL.test(name)),
  );
  return (query.match(SELECTORS) ?? (taken === undefined ? [] : ['{}'])).flatMap((selector) => {
    const { expr, errors } = parse(`logs${selector}`);
    if (errors.length > 0 || expr.type !== 'VectorSelector') return [];
    const own = expr.matchers.filter(({ variable }) => variable !== true);
    const matchers = taken === undefined ? own : [...own, taken];
    return [{ name: 'logs', matchers, labels: needed, counted: false }];
  });
}

function textsIn({ query }: Asked): readonly string[] {
  return [...query.matchAll(LOOKED_FOR)]
    .map(([, quoted, raw]) => quoted ?? raw ?? '')
    .filter((text) => !text.includes('$'));
}

const known = new WeakMap<Resource, DashboardReadings>();

/** What the queries of a dashboard read. */
export function readingsOf(dashboard: Resource): DashboardReadings {
  let readings = known.get(dashboard);
  if (readings !== undefined) return readings;
  const { spec } = inV2(dashboard).resource;
  const asked = queriesIn(spec);
  const [metrics, logs] = (['prometheus', 'loki'] as const).map((group) => asked.filter((one) => one.group === group));
  readings = {
    readings: (metrics ?? []).flatMap(readingsIn),
    logs: (logs ?? []).flatMap(logReadingsIn),
    texts: [...new Set((logs ?? []).flatMap(textsIn))],
    options: optionsIn(spec),
    sources: sourcesIn(spec),
  };
  known.set(dashboard, readings);
  return readings;
}
