import { instant, range } from '../query.ts';
import type { InstantAnswer, RangeAnswer, SeriesResult } from '../result.ts';
import { createStorage, type Storage } from '../storage.ts';
import { almostEqual, differences, PROMETHEUS_TOLERANCE, show, TOLERANCE, type ActualSeries } from './compare.ts';
import { createLoader } from './loader.ts';
import { parseScript, type EvalCommand, type Expectation } from './script.ts';

/** One `eval` that did not give what it should, or a command that could not be read. */
export interface Failure {
  readonly line: number;
  readonly query: string;
  readonly problems: readonly string[];
}

export interface ScriptReport {
  readonly passed: number;
  /** Lines whose values agree to 1e-6, which Prometheus's runner asks for, but not to 1e-9. */
  readonly coarse: readonly number[];
  readonly failures: readonly Failure[];
}

const MINUTE = 60_000;
/** As Prometheus sets up its engine for tests. */
const OPTIONS = { delayedNameRemoval: true, lookback: 5 * MINUTE, defaultStep: MINUTE } as const;

/** Runs a script in Prometheus's test language, each command on what the ones before have loaded. */
export function runScript(text: string): ScriptReport {
  let storage = createStorage();
  let loader = createLoader(storage);
  let passed = 0;
  const failures: Failure[] = [];
  const coarse: number[] = [];
  for (const command of parseScript(text)) {
    switch (command.type) {
      case 'clear':
        storage = createStorage();
        loader = createLoader(storage);
        break;
      case 'load':
        loader.load(command);
        break;
      case 'unread':
        failures.push({ line: command.line, query: '', problems: [command.problem] });
        break;
      case 'eval': {
        const problems = runEval(command, storage, PROMETHEUS_TOLERANCE);
        if (problems.length === 0) {
          passed++;
          if (runEval(command, storage, TOLERANCE).length > 0) coarse.push(command.line);
        } else failures.push({ line: command.line, query: command.query, problems });
        break;
      }
      default:
        command satisfies never;
    }
  }
  return { passed, coarse, failures };
}

function runEval(command: EvalCommand, storage: Storage, tolerance: number): readonly string[] {
  const { query, start, end, step } = command;
  const answer: InstantAnswer | RangeAnswer =
    step === undefined
      ? instant(query, storage, { ...OPTIONS, time: start })
      : range(query, storage, { ...OPTIONS, start, end, step });
  const failing = command.expectations.filter(({ kind }) => kind === 'fail');
  if (!answer.ok) {
    if (failing.length === 0) return [`failed: ${answer.error.message}`];
    return failing.every((one) => matches(one, answer.error.message))
      ? []
      : [`failed otherwise: ${answer.error.message}`];
  }
  if (failing.length > 0) return ['did not fail'];
  const notes = [
    ...noteProblems(command.expectations, 'warn', answer.warnings),
    ...noteProblems(command.expectations, 'info', answer.infos),
  ];
  const { result } = answer;
  if (result.type === 'string')
    return [...notes, ...(result.value === command.string ? [] : [`is the string ${result.value}`])];
  if (result.type === 'scalar') return [...notes, ...scalarProblems(command, result.value, tolerance)];
  if (command.scalar !== undefined || command.string !== undefined) return [...notes, 'is no scalar or string'];
  if (result.type === 'matrix')
    return [...notes, ...differences(command.series, result.series.map(actual), timesOf(command), tolerance)];
  const samples = result.samples.map(({ labels, value, histogram }): ActualSeries => ({
    labels,
    samples: [{ time: start, value, histogram }],
  }));
  return [
    ...notes,
    ...differences(command.series, samples, timesOf(command), tolerance),
    ...(command.ordered ? orderProblems(command, samples) : rangeProblems(command, storage, tolerance)),
  ];
}

function scalarProblems({ scalar }: EvalCommand, value: number, tolerance: number): readonly string[] {
  if (scalar === undefined) return [`is the scalar ${value}`];
  return almostEqual(scalar.value, value, scalar.text, tolerance) ? [] : [`is ${value}, expected ${scalar.text}`];
}

function actual({ labels, times, values, histograms }: SeriesResult): ActualSeries {
  const samples = Array.from(times, (time, i) => ({ time, value: values[i] ?? NaN, histogram: histograms?.[i] }));
  return { labels, samples };
}

/** The times of expected points: those of the range vector, the steps, or the one time. */
function timesOf({ start, end, step, rangeVector }: EvalCommand): readonly number[] {
  const span = rangeVector ?? { start, end, step: step ?? 1 };
  return Array.from(
    { length: Math.floor((span.end - span.start) / span.step) + 1 },
    (_, i) => span.start + i * span.step,
  );
}

function orderProblems({ series }: EvalCommand, samples: readonly ActualSeries[]): readonly string[] {
  const wanted = series.map(({ labels }) => show(sorted(labels)));
  const got = samples.map(({ labels }) => show(sorted(labels)));
  return wanted.join('\n') === got.join('\n') ? [] : [`order is ${got.join(', ')}`];
}

function sorted(labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What depends on the whole query instead of on the step. */
const WHOLE_QUERY = /\b(?:start|end|step|range)\s*\(\s*\)/;

/** An instant query is one step of a range query: the middle of three has to be the same. */
function rangeProblems(command: EvalCommand, storage: Storage, tolerance: number): readonly string[] {
  if (command.rangeVector !== undefined || WHOLE_QUERY.test(command.query)) return [];
  const { query, start } = command;
  const answer = range(query, storage, { ...OPTIONS, start: start - MINUTE, end: start + MINUTE, step: MINUTE });
  if (!answer.ok) return [`as a range query failed: ${answer.error.message}`];
  const middle = answer.result.series.map(actual).flatMap(({ labels, samples }): readonly ActualSeries[] => {
    const sample = samples.find(({ time }) => time === start);
    return sample === undefined ? [] : [{ labels, samples: [sample] }];
  });
  return differences(command.series, middle, [start], tolerance).map((problem) => `as a range query: ${problem}`);
}

function matches({ message, pattern }: Expectation, text: string): boolean {
  if (message !== undefined) return text === message;
  return pattern === undefined || new RegExp(pattern).test(text);
}

/** Every expectation needs a note, and once there are expectations of a kind every note needs one. */
function noteProblems(
  expectations: readonly Expectation[],
  kind: 'warn' | 'info',
  notes: readonly string[],
): readonly string[] {
  if (expectations.some((one) => one.kind === `no_${kind}`) && notes.length > 0)
    return [`unexpected ${kind}: ${notes.join('; ')}`];
  const wanted = expectations.filter((one) => one.kind === kind);
  if (wanted.length === 0) return [];
  const missing = wanted.filter((one) => !notes.some((note) => matches(one, note)));
  const extra = notes.filter((note) => !wanted.some((one) => matches(one, note)));
  return [
    ...missing.map(
      ({ message, pattern }) => `no ${kind} ${message ?? pattern ?? ''}; there are: ${notes.join('; ') || 'none'}`,
    ),
    ...extra.map((note) => `unexpected ${kind}: ${note}`),
  ];
}
