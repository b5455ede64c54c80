import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, walk, type VectorSelector } from '@binnacle/promql';
import { generate, type SeriesDescription } from '@binnacle/promql/engine/generate';
import type { RuleGroup } from '@binnacle/promql/engine/rules';
import { parse as parseYaml } from 'yaml';
import type { RuleCase } from './rule-cases.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BINNACLE = join(ROOT, 'packages/cli/bin/binnacle.js');
const MINUTE = 60_000;
const TICKS = 45;
/** Series of one metric, at most. */
const MAX_SERIES = 12;
const BOUNDS = ['0.1', '0.25', '0.5', '1', '2.5', '+Inf'];

/** The rule groups this repository builds for an environment. */
function builtGroups(environment: string): readonly RuleGroup[] {
  const folder = mkdtempSync(join(tmpdir(), 'binnacle-rules-'));
  try {
    execFileSync(process.execPath, [BINNACLE, 'build', '--env', environment, '--out', folder, '-q'], {
      cwd: ROOT,
      stdio: 'pipe',
    });
    const rules = join(folder, environment, 'prometheus');
    return readdirSync(rules).flatMap(
      (name) => (parseYaml(readFileSync(join(rules, name), 'utf8')) as { groups: RuleGroup[] }).groups,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Wanted {
  readonly selectors: readonly VectorSelector[];
  /** Labels that something groups or matches by. */
  readonly grouping: ReadonlySet<string>;
}

function wantedBy(groups: readonly RuleGroup[]): Wanted {
  const selectors: VectorSelector[] = [];
  const grouping = new Set<string>(['instance']);
  for (const { expr } of groups.flatMap(({ rules }) => rules)) {
    walk(parse(expr).expr, (node) => {
      if (node.type === 'VectorSelector') selectors.push(node);
      if (node.type === 'AggregateExpr' && !node.without) for (const { name } of node.grouping) grouping.add(name);
    });
  }
  return { selectors, grouping };
}

/** A value that a matcher accepts, when it can be read off it. */
function accepted(op: string, value: string): string | undefined {
  if (op === '=') return value;
  if (op !== '=~') return undefined;
  const first = value.replace(/^\(|\)$/g, '').split('|')[0] ?? '';
  return first
    .replaceAll('\\', '')
    .replaceAll(/\.[*+]/g, 'x')
    .replaceAll('.', '0');
}

/** The labels a metric's series have, so that every selector of the rules finds some. */
function labelsOf(name: string, { selectors, grouping }: Wanted): Record<string, string[]> {
  const values = new Map<string, Set<string>>([...grouping].map((label) => [label, new Set(['a'])]));
  values.set('instance', new Set(['i1', 'i2']));
  for (const { matchers } of selectors.filter((one) => one.name === name)) {
    for (const { label, op, value } of matchers) {
      const found = accepted(op, value);
      if (found !== undefined && found !== '') values.set(label, new Set([...(values.get(label) ?? []), found]));
    }
  }
  values.delete('le');
  if (name.endsWith('_bucket')) values.set('le', new Set(BOUNDS));
  return Object.fromEntries([...values].map(([label, set]) => [label, [...set]]));
}

function isCounter(name: string): boolean {
  return /_(?:total|bucket|count|sum)$/.test(name);
}

function description(name: string, wanted: Wanted): SeriesDescription {
  const labels = labelsOf(name, wanted);
  const incidents = [
    { name: 'much', from: 10 * MINUTE, to: 30 * MINUTE, factor: 50, where: { instance: 'i1' } },
    { name: 'gone', from: 15 * MINUTE, to: 25 * MINUTE, missing: true as const, where: { instance: 'i2' } },
    ...(isCounter(name) ? [] : [{ name: 'none', from: 32 * MINUTE, to: 40 * MINUTE, factor: 0 }]),
  ];
  const signal = { base: 1, noise: 0.2, bursts: { every: 20 * MINUTE, length: 3 * MINUTE, factor: 3 } };
  // Cumulative buckets: each bound has its part of what the last one has.
  const shares = { le: Object.fromEntries(BOUNDS.map((bound, i) => [bound, (i + 1) / BOUNDS.length])) };
  return isCounter(name)
    ? { type: 'counter', name, labels, incidents, shares, rate: { base: 5 } }
    : { type: 'gauge', name, labels, incidents, value: signal };
}

function written(labels: Readonly<Record<string, string>>): string {
  const { __name__: name = '', ...rest } = labels;
  return `${name}{${Object.entries(rest)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(',')}}`;
}

/** The repository's rules on samples that were made up for them, with incidents, so that some alerts fire. */
export function builtCase(environment: string): RuleCase {
  const groups = builtGroups(environment);
  const wanted = wantedBy(groups);
  const rules = groups.flatMap((group) => group.rules);
  const recorded = new Set(rules.flatMap((rule) => ('record' in rule ? [rule.record] : [])));
  const names = [...new Set(wanted.selectors.flatMap(({ name }) => (name === undefined ? [] : [name])))].toSorted();
  const descriptions = names.filter((name) => !recorded.has(name)).map((name) => description(name, wanted));
  const end = TICKS * MINUTE;
  const options = { start: 0, end, step: MINUTE, incidents: ['much', 'gone', 'none'] };
  const series = descriptions.flatMap((one) => generate([one], options).slice(0, MAX_SERIES));
  const values = ({ times, values: all }: (typeof series)[number]): string => {
    const at = new Map(Array.from(times, (time, i) => [time, all[i]]));
    return Array.from({ length: TICKS + 1 }, (_, i) => at.get(i * MINUTE) ?? '_').join(' ');
  };
  return {
    name: `the rules of this repository for ${environment}`,
    step: 60,
    ticks: TICKS,
    series: Object.fromEntries(series.map((one) => [written(one.labels), values(one)])),
    groups,
    exprs: ['ALERTS', 'ALERTS_FOR_STATE', ...[...recorded].toSorted()],
  };
}
