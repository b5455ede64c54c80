import { ABBREVIATIONS, baseUnitFor } from '../../naming/units.ts';
import { nameRule } from '../../naming/name-rule.ts';

export const baseUnit = nameRule(
  { id: 'metrics/base-unit', docs: 'A metric is measured in a base unit, written out: seconds, bytes, ratio.' },
  function* ({ name, unit }) {
    for (const word of new Set([...name.split('_'), unit])) {
      const base = baseUnitFor(word);
      const full = ABBREVIATIONS[word];
      if (base !== undefined) {
        yield { message: `${name} is measured in ${word}, not in the base unit ${base}`, fix: `measure it in ${base}` };
      } else if (full !== undefined) {
        yield {
          message: `${name} abbreviates its unit as "${word}"`,
          fix: `measure it in ${full}, and write that out`,
        };
      }
    }
  },
);
