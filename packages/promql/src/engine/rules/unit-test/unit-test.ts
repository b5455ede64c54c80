import type { EvaluationOptions } from '../../options.ts';
import { loadSeries } from '../../notation/load.ts';
import { createStorage, type Storage } from '../../storage.ts';
import type { RuleGroup } from '../group.ts';
import { type Replay, replay, type RuleEvaluation } from '../replay.ts';
import { type ActiveAlert, alertProblems } from './alerts.ts';
import { sampleProblems } from './samples.ts';

/** Which alerts of a name must fire at a time, and no others. */
export interface AlertExpectation {
  /** Milliseconds after the start. */
  readonly time: number;
  readonly alertname: string;
  /** Labels without `alertname`. */
  readonly alerts: readonly ActiveAlert[];
}

/** What a query must give at a time. */
export interface QueryExpectation {
  /** Milliseconds after the start. */
  readonly time: number;
  readonly expr: string;
  /** Series in PromQL notation, `{job="a"}` or `up{job="a"}`, and value: a number, or a native histogram in test notation. */
  readonly samples: readonly { readonly labels: string; readonly value: string }[];
}

/** A test of rules: samples, and what the rules make of them. In the terms of promtool's unit tests. */
export interface UnitTest {
  /** Milliseconds between samples. */
  readonly interval: number;
  /** Milliseconds between evaluations of every group. */
  readonly evaluationInterval: number;
  readonly series: readonly { readonly series: string; readonly values: string }[];
  readonly alerts: readonly AlertExpectation[];
  readonly queries: readonly QueryExpectation[];
  readonly externalLabels?: Readonly<Record<string, string>>;
  readonly externalURL?: string;
  /** Values may differ in their last digits. */
  readonly isFuzzy?: boolean;
  /** Names of labels that are not compared: those that everything has, and a test is not about. */
  readonly ignoredLabels?: readonly string[];
}

/** What is wrong, one line. `index` is that of the series or expectation. */
export interface UnitTestProblem {
  readonly part: 'series' | 'rules' | 'alerts' | 'queries';
  readonly index: number;
  readonly message: string;
  /** What to write instead, one line. */
  readonly fix?: string;
}

/** A problem before it has a place. */
export type Difference = Pick<UnitTestProblem, 'message' | 'fix'>;

function load(storage: Storage, { series, interval }: UnitTest): UnitTestProblem[] {
  return series.flatMap(({ series: name, values }, index): UnitTestProblem[] => {
    try {
      loadSeries(storage, [`${name} ${values}`], interval);
      return [];
    } catch (error) {
      return [{ part: 'series', index, message: error instanceof Error ? error.message : String(error) }];
    }
  });
}

/** The last evaluation of every rule at or before a time. */
function evaluatedAt({ evaluations }: Extract<Replay, { ok: true }>, time: number): readonly RuleEvaluation[] {
  const last = new Map<string, readonly RuleEvaluation[]>();
  for (const { time: at, group, rules } of evaluations) if (at <= time) last.set(group, rules);
  return [...last.values()].flat();
}

function ruleProblems(replayed: Replay): UnitTestProblem[] {
  const messages = replayed.ok
    ? replayed.evaluations.flatMap(({ rules }) =>
        rules.flatMap(({ name, error }) => (error === undefined ? [] : [`rule ${name}: ${error}`])),
      )
    : replayed.problems;
  return [...new Set(messages)].map((message) => ({ part: 'rules', index: 0, message }));
}

/**
 * Runs a test: loads its series, evaluates the groups from 0 on, and compares. Evaluations go on to the latest time that is
 * asked for; queries see what was recorded up to their own time.
 */
export function runUnitTest(
  groups: readonly RuleGroup[],
  test: UnitTest,
  engine: EvaluationOptions = {},
): readonly UnitTestProblem[] {
  const storage = createStorage();
  const broken = load(storage, test);
  if (broken.length > 0) return broken;
  const { alerts, queries, evaluationInterval, externalLabels, externalURL, ignoredLabels = [] } = test;
  const end = Math.max(0, ...alerts.map(({ time }) => time), ...queries.map(({ time }) => time));
  const replayed = replay(groups, storage, {
    start: 0,
    end,
    everyGroup: evaluationInterval,
    engine,
    ...(externalLabels !== undefined && { externalLabels }),
    ...(externalURL !== undefined && { externalURL }),
  });
  const wrong = ruleProblems(replayed);
  if (!replayed.ok || wrong.length > 0) return wrong;
  const known = new Set(groups.flatMap(({ rules }) => rules.flatMap((rule) => ('alert' in rule ? [rule.alert] : []))));
  return [
    ...alerts.flatMap(({ time, alertname, alerts: expected }, index) => {
      const firing = evaluatedAt(replayed, time).flatMap((rule) =>
        rule.kind === 'alert' && rule.name === alertname ? rule.alerts.filter(({ state }) => state === 'firing') : [],
      );
      const found = alertProblems({ alertname, time, expected, known, ignored: ignoredLabels }, firing);
      return found.map((problem): UnitTestProblem => ({ part: 'alerts', index, ...problem }));
    }),
    ...queries.flatMap((query, index) =>
      sampleProblems(query, storage, { engine, isFuzzy: test.isFuzzy === true, ignored: ignoredLabels }).map(
        (problem): UnitTestProblem => ({ part: 'queries', index, ...problem }),
      ),
    ),
  ];
}
