import type { QueryComparison } from '@binnacle/model';
import { equal, parse } from '@binnacle/promql';

/** Queries compared by what they mean: spelling and layout are no difference. What is no PromQL is compared as text. */
export const compareQueries: QueryComparison = (before, after) => {
  if (before === after) return undefined;
  const [old, next] = [parse(before), parse(after)];
  if (old.errors.length === 0 && next.errors.length === 0 && old.expr && next.expr && equal(old.expr, next.expr)) {
    return undefined;
  }
  return [{ before, after }];
};
