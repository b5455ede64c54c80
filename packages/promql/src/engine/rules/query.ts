import { instant } from '../query.ts';
import type { EvaluationOptions } from '../options.ts';
import type { InstantSample } from '../result.ts';
import type { Storage } from '../storage.ts';

/** The samples of a rule's expression at a time; a scalar is one sample without labels. A text says why there are none. */
export function ruleSamples(
  expr: string,
  storage: Storage,
  options: EvaluationOptions & { readonly time: number },
): readonly InstantSample[] | string {
  const answer = instant(expr, storage, options);
  if (!answer.ok) return answer.error.message;
  const { result } = answer;
  if (result.type === 'vector') return result.samples;
  if (result.type === 'scalar') return [{ labels: {}, value: result.value }];
  return 'rule result is not a vector or scalar';
}
