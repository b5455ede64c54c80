import { printDuration } from '@binnacle/promql';
import { createStorage, instant, loadSeries, type Storage } from '@binnacle/promql/engine';
import { replay, runUnitTest, type Alert } from '@binnacle/promql/engine/rules';
import { describe, expect, it } from 'vitest';
import { reasonToSkip } from '../exporters/programs.ts';
import { askPromtool, type FiringAlert, type Labels, type Outcome } from './promtool.ts';
import { builtCase } from './built-rules.ts';
import { RULE_CASES, type RuleCase } from './rule-cases.ts';

/** The environment whose Prometheus is the one of Debian's package. */
const ENVIRONMENT = 'prod';
/** Debian's promtool evaluates as 2.x: ranges and the lookback take in their start. */
const ENGINE = { leftOpen: false } as const;

function timesOf({ step, ticks }: RuleCase): number[] {
  return Array.from({ length: ticks + 1 }, (_, i) => i * step * 1000);
}

function alertNames({ groups }: RuleCase): string[] {
  return [...new Set(groups.flatMap(({ rules }) => rules.flatMap((rule) => ('alert' in rule ? [rule.alert] : []))))];
}

function sorted<T>(values: readonly T[]): readonly T[] {
  return values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function inOrder(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function firing(alerts: readonly (FiringAlert | Alert)[]): readonly FiringAlert[] {
  return sorted(
    alerts
      .filter((alert) => !('state' in alert) || alert.state === 'firing')
      .map(({ labels, annotations }) => ({ labels: inOrder(labels), annotations: inOrder(annotations) })),
  );
}

/** A value with twelve digits: sums may differ in the last ones. */
function rounded(value: number): string {
  return Number.isFinite(value) ? Number(value.toPrecision(12)).toString() : String(value);
}

function samplesOf(expr: string, storage: Storage, time: number): readonly string[] {
  const answer = instant(expr, storage, { ...ENGINE, time });
  if (!answer.ok) throw new Error(`${expr}: ${answer.error.message}`);
  if (answer.result.type !== 'vector') throw new Error(`${expr} is no vector`);
  return sorted(
    answer.result.samples.map(({ labels, value }) => `${JSON.stringify(inOrder(labels))} ${rounded(value)}`),
  );
}

/** `name{a="b"} 1.5E+00` in the form of {@link samplesOf}. */
function printedSample(text: string): string {
  const [, name = '', pairs = '', value = ''] = /^([\w:]*)(?:\{(.*)\})? (\S+)$/s.exec(text) ?? [];
  const labels: Record<string, string> = name === '' ? {} : { __name__: name };
  for (const [, label = '', quoted = '""'] of pairs.matchAll(/([\w]+)=("(?:[^"\\]|\\.)*")/g)) {
    labels[label] = JSON.parse(quoted) as string;
  }
  const number = value === '+Inf' ? Infinity : value === '-Inf' ? -Infinity : Number(value);
  return `${JSON.stringify(inOrder(labels))} ${rounded(number)}`;
}

function ours(scenario: RuleCase): Record<string, readonly unknown[]> {
  const storage = createStorage();
  const series = Object.entries(scenario.series).map(([name, values]) => `${name} ${values}`);
  const times = timesOf(scenario);
  loadSeries(storage, series, scenario.step * 1000);
  const everyGroup = scenario.step * 1000;
  const replayed = replay(scenario.groups, storage, { start: 0, end: times.at(-1) ?? 0, everyGroup, engine: ENGINE });
  if (!replayed.ok) throw new Error(replayed.problems.join('\n'));
  const found: Record<string, readonly unknown[]> = {};
  for (const time of times) {
    const rules = replayed.evaluations.filter((one) => one.time === time).flatMap((one) => one.rules);
    expect(rules.flatMap(({ name, error }) => (error === undefined ? [] : [`${name}: ${error}`]))).toEqual([]);
    for (const name of alertNames(scenario)) {
      const alerts = rules.flatMap((rule) => (rule.kind === 'alert' && rule.name === name ? rule.alerts : []));
      found[`${printDuration(time)} ${name}`] = firing(alerts);
    }
    for (const expr of scenario.exprs) found[`${printDuration(time)} ${expr}`] = samplesOf(expr, storage, time);
  }
  return found;
}

function theirs(scenario: RuleCase): Record<string, readonly unknown[]> {
  const times = timesOf(scenario).map(printDuration);
  const { alerts, samples }: Outcome = askPromtool({
    interval: `${scenario.step}s`,
    groups: scenario.groups,
    series: Object.entries(scenario.series).map(([series, values]) => ({ series, values })),
    alerts: times.flatMap((time) => alertNames(scenario).map((name) => ({ time, name }))),
    samples: times.flatMap((time) => scenario.exprs.map((expr) => ({ time, expr }))),
  });
  return {
    ...Object.fromEntries([...alerts].map(([key, found]) => [key, firing(found)])),
    ...Object.fromEntries([...samples].map(([key, found]) => [key, sorted(found.map(printedSample))])),
  };
}

const reason = reasonToSkip(['promtool']);

describe.skipIf(reason !== undefined)(
  `rules over time, evaluated by Prometheus too${reason === undefined ? '' : ` (${reason})`}`,
  () => {
    it.each(RULE_CASES)('$name', (scenario) => {
      const expected = theirs(scenario);
      expect(Object.keys(expected).length).toBe(
        (scenario.ticks + 1) * (alertNames(scenario).length + scenario.exprs.length),
      );
      expect(ours(scenario)).toEqual(expected);
    });

    it.each(RULE_CASES)(
      '$name: the unit test that promtool passes passes, and fails when it expects something else',
      (scenario) => {
        const expected = theirs(scenario);
        const minutes = timesOf(scenario);
        const step = scenario.step * 1000;
        const test = {
          interval: step,
          evaluationInterval: step,
          ignoredLabels: ['alertname'],
          series: Object.entries(scenario.series).map(([series, values]) => ({ series, values })),
          queries: [],
          alerts: minutes.flatMap((time) =>
            alertNames(scenario).map((alertname) => ({
              time,
              alertname,
              alerts: (expected[`${printDuration(time)} ${alertname}`] ?? []) as readonly FiringAlert[],
            })),
          ),
        };
        expect(runUnitTest(scenario.groups, test, ENGINE)).toEqual([]);
        const fired = test.alerts.filter(({ alerts }) => alerts.length > 0);
        const silent = { ...test, alerts: fired.map((one) => ({ ...one, alerts: [] })) };
        const failed = new Set(runUnitTest(scenario.groups, silent, ENGINE).map(({ index }) => index));
        expect(failed.size).toBe(fired.length);
      },
    );

    it('the rules of this repository, on samples with incidents', () => {
      const scenario = builtCase(ENVIRONMENT);
      const expected = theirs(scenario);
      const nonEmpty = (names: readonly string[]): string[] =>
        names.filter((name) =>
          Object.entries(expected).some(([key, found]) => key.endsWith(` ${name}`) && found.length > 0),
        );
      // The samples make more than half of the alerts fire, and nearly every record has values.
      expect(nonEmpty(alertNames(scenario)).length).toBeGreaterThan(50);
      expect(nonEmpty(scenario.exprs).length).toBeGreaterThan(12);
      expect(ours(scenario)).toEqual(expected);
    });
  },
);
