import { nameRule } from '../../naming/name-rule.ts';

export const characters = nameRule(
  {
    id: 'metrics/characters',
    docs: 'A metric name is snake_case of letters, digits and underscores; colons are for records.',
  },
  function* ({ name }) {
    if (name.includes(':')) {
      yield {
        message: `${name} has a colon, which is reserved for recording rules`,
        fix: `name it ${name.replace(/:+/g, '_')}`,
      };
    } else if (!/^[a-zA-Z_]\w*$/.test(name)) {
      yield {
        message: `"${name}" is not a metric name that can be written without quotes`,
        fix: 'use letters, digits and underscores, and begin with a letter',
      };
    }
    if (/[a-z][A-Z]/.test(name)) {
      const snake = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
      yield { message: `${name} is camelCase`, fix: `name it ${snake}` };
    }
  },
);
