import { nameRule } from '../../naming/name-rule.ts';

export const buckets = nameRule(
  {
    id: 'metrics/buckets',
    docs: 'Buckets of a histogram ascend and are finite; quantiles of a summary lie between 0 and 1.',
    severity: 'error',
  },
  function* ({ name, type, buckets: bounds = [], quantiles = [] }) {
    if (type === 'histogram' && bounds.length === 0) {
      yield {
        message: `${name} declares no buckets`,
        fix: 'write buckets: [0.1, 0.5, 1, …], the upper bounds without +Inf',
      };
    }
    const wrong = bounds.find((bound, index) => !Number.isFinite(bound) || bound <= (bounds[index - 1] ?? -Infinity));
    if (wrong !== undefined) {
      yield {
        message: Number.isFinite(wrong)
          ? `bucket ${wrong} of ${name} is not above the one before it`
          : `bucket ${wrong} of ${name} is not finite`,
        fix: 'write the upper bounds in ascending order, without +Inf',
      };
    }
    const outside = quantiles.find((quantile) => !(quantile >= 0 && quantile <= 1));
    if (outside !== undefined) {
      yield {
        message: `quantile ${outside} of ${name} is not between 0 and 1`,
        fix: 'write 0.99 for the 99th percentile',
      };
    }
  },
);
