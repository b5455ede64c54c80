import { BASE_UNITS, DIMENSIONLESS } from '../../naming/units.ts';
import { nameRule, stem } from '../../naming/name-rule.ts';

function lastBaseUnit(name: string): string | undefined {
  const last = name.slice(name.lastIndexOf('_') + 1);
  return BASE_UNITS.has(last) ? last : undefined;
}

export const unitSuffix = nameRule(
  { id: 'metrics/unit-suffix', docs: 'A metric name ends in its unit; the contract declares the same unit.' },
  function* ({ name, type, unit }) {
    if (type === 'info') return;
    const base = stem(name);
    const measured = lastBaseUnit(unit);
    const named = lastBaseUnit(base);
    if (measured === undefined ? named !== undefined : named !== undefined && named !== measured) {
      yield {
        message: `${name} ends in ${named} and declares the unit "${unit}"`,
        fix: `declare unit: '${named}', or name the metric after its unit`,
      };
    } else if (measured !== undefined && named === undefined) {
      yield {
        message: `${name} is measured in ${measured} and does not end in it`,
        fix: `name it ${base}_${measured}${name.slice(base.length)}`,
      };
    } else if (measured === undefined && !DIMENSIONLESS.has(unit) && !`_${base}_`.includes(`_${unit}_`)) {
      yield {
        message: `${name} counts ${unit} and does not say so`,
        fix: `name it after what is counted, as in ${base.split('_')[0]}_${unit}${name.slice(base.length)}`,
      };
    }
  },
);
