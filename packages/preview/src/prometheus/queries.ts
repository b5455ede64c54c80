import { instant, type InstantAnswer, type Limits, range, type RangeAnswer } from '@binnacle/promql/engine';
import { type Absences, absencesIn } from './absences.ts';
import { type ApiAnswer, failure, success } from './answer.ts';
import { resultJson } from './format.ts';
import { durationOf, queryOf, rangeOf, timeOf } from './parameters.ts';
import type { Samples } from './samples.ts';

/** A panel that takes longer is of no use. */
const LIMITS: Partial<Limits> = { time: 20_000, samples: 60_000_000 };

/** Limits of a request: it may ask for a shorter time-out. */
function limitsOf(parameters: URLSearchParams): Partial<Limits> {
  const text = parameters.get('timeout');
  if (text === null || text === '') return LIMITS;
  return { ...LIMITS, time: Math.min(durationOf(parameters, 'timeout'), LIMITS.time ?? 0) };
}

function answered(
  answer: InstantAnswer | RangeAnswer,
  { messages, notes, time, isAll }: Absences & { readonly time: number },
): ApiAnswer {
  if (!answer.ok) {
    const { kind, message, hint } = answer.error;
    const text = hint === undefined ? message : `${message} (${hint})`;
    if (kind === 'parse') return failure('bad_data', `invalid parameter "query": ${text}`);
    return failure(/longer than \d+ ms/.test(message) ? 'timeout' : 'execution', text);
  }
  // Nothing would look like a service without traffic: an absence is said aloud.
  if (isAll) return failure('execution', messages.join('; '));
  const warnings = [...messages, ...answer.warnings];
  return success(resultJson(answer.result, time), { warnings, infos: [...answer.infos, ...notes] });
}

/** `GET /api/v1/query`. */
export function answerQuery(parameters: URLSearchParams, samples: Samples): ApiAnswer {
  const time = timeOf(parameters, 'time', samples.now());
  const query = queryOf(parameters);
  const limits = limitsOf(parameters);
  const answer = instant(query, samples.storageFor(query, { from: time, to: time }), {
    ...samples.engine,
    limits,
    time,
  });
  return answered(answer, { ...absencesIn(query, samples), time });
}

/** `GET /api/v1/query_range`. */
export function answerRange(parameters: URLSearchParams, samples: Samples): ApiAnswer {
  const times = rangeOf(parameters);
  const query = queryOf(parameters);
  const limits = limitsOf(parameters);
  const storage = samples.storageFor(query, { from: times.start, to: times.end });
  const answer = range(query, storage, { ...samples.engine, limits, ...times });
  return answered(answer, { ...absencesIn(query, samples), time: times.end });
}
