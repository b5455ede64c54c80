import { nameRule } from '../../naming/name-rule.ts';

export const totalSuffix = nameRule(
  { id: 'metrics/total-suffix', docs: 'A counter ends in _total, and nothing else does.' },
  function* ({ name, type }) {
    if (type === 'counter' && !name.endsWith('_total')) {
      yield { message: `counter ${name} does not end in _total`, fix: `name it ${name}_total` };
    }
    if (type !== 'counter' && name.endsWith('_total')) {
      yield { message: `${name} ends in _total and is a ${type}`, fix: `name it ${name.slice(0, -'_total'.length)}` };
    }
  },
);
