import { nameRule, stem } from '../../naming/name-rule.ts';

export const labelInName = nameRule(
  { id: 'metrics/label-in-name', docs: 'A metric name does not repeat the names of its labels.' },
  function* ({ name, labels }) {
    for (const { name: label } of labels) {
      const words = `_${stem(name)}_`;
      if (words.includes(`_by_${label}_`) || words.includes(`_per_${label}_`)) {
        const fix = `name it ${name.replace(`_by_${label}`, '').replace(`_per_${label}`, '')}: the label says the rest`;
        yield { message: `${name} has its label ${label} in its name`, fix };
      } else if (words.includes(`_${label}_`)) {
        yield {
          severity: 'info',
          message: `${name} has its label ${label} in its name`,
          fix: `drop "${label}" from the name when summing the label away would make the name wrong`,
        };
      }
    }
  },
);
