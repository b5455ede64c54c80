import { nameRule } from '../../naming/name-rule.ts';

const RESERVED: ReadonlyMap<string, string> = new Map([
  ['le', 'histogram() adds it'],
  ['quantile', 'summary() adds it'],
]);

export const labelName = nameRule(
  {
    id: 'metrics/label-name',
    docs: 'A label is snake_case, declared once, and none of those Prometheus itself writes.',
  },
  function* ({ name, labels, targetLabels }) {
    const seen = new Set<string>();
    for (const { name: label } of labels) {
      const owner = RESERVED.get(label);
      if (owner !== undefined) {
        yield {
          severity: 'error',
          message: `label ${label} of ${name} is reserved: ${owner}`,
          fix: 'leave it out',
        };
      } else if (label.startsWith('__')) {
        yield {
          severity: 'error',
          message: `label ${label} of ${name} is reserved for Prometheus`,
          fix: 'drop the underscores',
        };
      } else if (targetLabels.includes(label)) {
        yield {
          message: `label ${label} of ${name} is one the scrape adds: Prometheus will rename it to exported_${label}`,
          fix: 'give the label another name',
        };
      } else if (!/^[a-zA-Z_]\w*$/.test(label)) {
        yield {
          message: `"${label}" of ${name} is not a label name that can be written without quotes`,
          fix: 'use letters, digits and underscores, and begin with a letter',
        };
      } else if (/[a-z][A-Z]/.test(label)) {
        yield { message: `label ${label} of ${name} is camelCase`, fix: 'write it in snake_case' };
      }
      if (seen.has(label))
        yield { severity: 'error', message: `${name} declares label ${label} twice`, fix: 'keep one' };
      seen.add(label);
    }
  },
);
