import { nameRule, stem } from '../../naming/name-rule.ts';

export const prefix = nameRule(
  { id: 'metrics/prefix', docs: 'A metric name begins with one word for the application or library it belongs to.' },
  function* ({ name }) {
    if (!/^[^_]+_[^_]/.test(stem(name))) {
      yield { message: `${name} does not say what it belongs to`, fix: `name it <application>_${name}` };
    }
  },
);
