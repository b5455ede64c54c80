import type { QueryComparison } from '@binnacle/model';
import { compare, parse } from '@binnacle/promql';

/** Queries compared by what they mean: spelling and layout are no difference. What is no PromQL is compared as text. */
export const compareQueries: QueryComparison = (before, after) => {
  if (before === after) return undefined;
  const [old, next] = [parse(before), parse(after)];
  if (old.errors.length > 0 || next.errors.length > 0) return [{ before, after }];
  return compare(old.expr, next.expr);
};
