import { metricName, NO_SPAN, type VectorSelector } from '@binnacle/promql';
import { compareLabels, type Labels, type StoredSeries } from '@binnacle/promql/engine';
import { type ApiAnswer, failure, ParameterError, success } from './answer.ts';
import { limitOf, selectorsOf, timeOf } from './parameters.ts';
import type { Samples } from './samples.ts';

const HOUR = 3_600_000;
const ALL: VectorSelector = {
  type: 'VectorSelector',
  span: NO_SPAN,
  matchers: [{ label: '__name__', op: '=~', value: '.+', span: NO_SPAN }],
};

function labelsOf({ labels: { pairs } }: StoredSeries): Labels {
  const labels: Record<string, string> = {};
  for (let i = 0; i < pairs.length; i += 2) labels[pairs[i] ?? ''] = pairs[i + 1] ?? '';
  return labels;
}

/** Whether a series has a sample in a stretch of time. */
function isThere({ times, length }: StoredSeries, start: number, end: number): boolean {
  return length > 0 && (times[0] ?? Infinity) <= end && (times[length - 1] ?? -Infinity) >= start;
}

/** Series that any of the selectors selects in the time of the request, each once. */
function selected(
  selectors: readonly VectorSelector[],
  parameters: URLSearchParams,
  samples: Samples,
): readonly StoredSeries[] {
  const end = timeOf(parameters, 'end', samples.now());
  const start = timeOf(parameters, 'start', end - HOUR);
  const found = new Map<string, StoredSeries>();
  for (const selector of selectors) {
    const { name, matchers } = selector;
    const named =
      name === undefined || name === ''
        ? matchers
        : [{ label: '__name__', op: '=' as const, value: name, span: NO_SPAN }, ...matchers];
    // What a series is called does not change: samples of an hour tell it at a fraction of the cost.
    const to = Math.min(end, samples.now());
    for (const series of samples.storageFor(selector, { from: Math.max(start, to - HOUR), to }).select(named)) {
      if (isThere(series, start, end)) found.set(series.labels.key, series);
    }
  }
  return [...found.values()].toSorted((a, b) => compareLabels(a.labels, b.labels));
}

function limited(all: readonly unknown[], parameters: URLSearchParams): ApiAnswer {
  const limit = limitOf(parameters);
  if (limit === undefined || all.length <= limit) return success(all);
  return success(all.slice(0, limit), { warnings: ['results truncated due to limit'] });
}

/** `GET /api/v1/series`. */
export function answerSeries(parameters: URLSearchParams, samples: Samples): ApiAnswer {
  const selectors = selectorsOf(parameters);
  if (selectors.length === 0) return failure('bad_data', 'no match[] parameter provided');
  return limited(selected(selectors, parameters, samples).map(labelsOf), parameters);
}

/** `GET /api/v1/labels`. */
export function answerLabels(parameters: URLSearchParams, samples: Samples): ApiAnswer {
  const selectors = selectorsOf(parameters);
  const names = new Set<string>();
  for (const series of selected(selectors.length === 0 ? [ALL] : selectors, parameters, samples)) {
    for (const name of Object.keys(labelsOf(series))) names.add(name);
  }
  return limited([...names].toSorted(), parameters);
}

/** `GET /api/v1/label/<name>/values`. A metric that nobody declares is said to be none, as a list would just be empty. */
export function answerLabelValues(label: string, parameters: URLSearchParams, samples: Samples): ApiAnswer {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(label)) throw new ParameterError(`invalid label name: ${JSON.stringify(label)}`);
  const selectors = selectorsOf(parameters);
  if (label === '__name__' && selectors.every(({ matchers }) => matchers.every((one) => one.label === '__name__'))) {
    const every = selectors.length === 0 ? [ALL] : selectors;
    const names = every.flatMap(({ name, matchers }) =>
      name === undefined || name === '' ? samples.names(matchers) : [name],
    );
    return limited([...new Set(names)].toSorted(), parameters);
  }
  const absent = selectors.flatMap((selector) => {
    const name = metricName(selector);
    return name === undefined ? [] : [samples.absence(name)].filter((message) => message !== undefined);
  });
  if (absent.length > 0 && absent.length === selectors.length) return failure('execution', absent.join('; '));
  const values = new Set<string>();
  for (const series of selected(selectors.length === 0 ? [ALL] : selectors, parameters, samples)) {
    const value = labelsOf(series)[label];
    if (value !== undefined) values.add(value);
  }
  return limited([...values].toSorted(), parameters);
}
