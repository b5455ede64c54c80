import { nameRule } from '../../naming/name-rule.ts';

export const infoSuffix = nameRule(
  { id: 'metrics/info-suffix', docs: 'An info metric ends in _info, and nothing else does.' },
  function* ({ name, type }) {
    if (type === 'info' && !name.endsWith('_info')) {
      yield { message: `info metric ${name} does not end in _info`, fix: `name it ${name}_info` };
    }
    if (type !== 'info' && name.endsWith('_info')) {
      yield { message: `${name} ends in _info and is a ${type}`, fix: 'declare it with info(), or drop the suffix' };
    }
  },
);
