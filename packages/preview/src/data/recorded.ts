import { durationMs, didYouMean, nearest } from '@binnacle/model';
import type { EvaluationOptions } from '@binnacle/promql/engine';
import { answerApi } from '../prometheus/api.ts';
import { failure } from '../prometheus/answer.ts';
import { matchesName } from '../prometheus/matches.ts';
import type { MetricMetadata, Samples } from '../prometheus/samples.ts';
import type { ProjectState } from '../project/state.ts';
import { ALERT_SERIES, declaredRules } from '../sample/rules.ts';
import type { Data } from './data.ts';
import type { Recording } from './recording.ts';
import { ruledStorage } from './ruled-storage.ts';

/** What recorded data is made of. */
export interface RecordedDataOptions {
  /** The file's name, as the page shows it. */
  readonly file: string;
  readonly recording: Recording;
  /** Unix milliseconds; the clock when left out. */
  readonly now?: () => number;
}

const DEFAULT_INTERVAL = 60_000;

function typeOf(name: string): string {
  return /_(?:total|bucket|count|sum)$/.test(name) ? 'counter' : 'gauge';
}

/** Types of metrics as their names tell them: a recording has no metadata. */
function metadataOf(names: readonly string[]): ReadonlyMap<string, readonly MetricMetadata[]> {
  return new Map(names.map((name) => [name, [{ type: typeOf(name), help: '', unit: '' }]]));
}

function samplesOf({ resources, environment }: ProjectState, options: RecordedDataOptions): Samples {
  const { file, recording, now = Date.now } = options;
  const { evaluationInterval, version } = environment.prometheus;
  const interval = durationMs(evaluationInterval) ?? DEFAULT_INTERVAL;
  const engine: EvaluationOptions = { defaultStep: interval, leftOpen: !version.startsWith('2.') };
  const rules = declaredRules(resources, interval);
  const names = new Set(recording.names);
  const stretch = { start: recording.from, end: recording.to, engine };
  const { storage, history } = ruledStorage(recording.storage, { names, rules }, stretch);
  const known = new Set([...names, ...rules.records.keys(), ...ALERT_SERIES]);
  const listed = rules.alerts.length > 0 ? known : new Set([...names, ...rules.records.keys()]);
  return {
    engine,
    version,
    now,
    storageFor: () => storage,
    names: (matchers) => [...listed].filter((name) => matchesName(matchers, name)),
    metadata: () => metadataOf(recording.names),
    absence(name) {
      if (known.has(name)) return undefined;
      const near = nearest(name, known);
      const fix = near === undefined ? '' : `; ${didYouMean(name, [near]) ?? ''}`;
      return `no series of ${name} in ${file}${fix}`;
    },
    states: { rules, alertHistory: history, since: () => recording.from },
  };
}

/** Data that was recorded before. */
export function recordedData(options: RecordedDataOptions): Data {
  const { file, recording, now = Date.now } = options;
  let samples: Samples | undefined;
  return {
    states: () => samples?.states,
    now,
    describe: () => ({ kind: 'recorded', file, from: recording.from, to: recording.to }),
    use(state) {
      samples = samplesOf(state, options);
    },
    answer({ path, parameters }) {
      if (samples === undefined)
        return Promise.resolve(failure('unavailable', 'the definitions are still being loaded'));
      return Promise.resolve(answerApi(path, parameters, samples));
    },
    setIncident: () => 'recorded samples are what they were: incidents belong to sample data',
  };
}
