import { nameRule } from '../../naming/name-rule.ts';

const RESERVED = ['_bucket', '_count', '_sum', '_created'];

export const reservedSuffix = nameRule(
  { id: 'metrics/reserved-suffix', docs: 'No contract ends in a suffix that histograms and summaries add themselves.' },
  function* ({ name }) {
    const suffix = RESERVED.find((candidate) => name.endsWith(candidate));
    if (suffix === undefined) return;
    yield {
      message: `${name} ends in ${suffix}, which histograms and summaries add to their own name`,
      fix: `name the family ${name.slice(0, -suffix.length)}, or choose another last word`,
    };
  },
);
