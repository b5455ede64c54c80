import { nameRule } from '../../naming/name-rule.ts';

export const help = nameRule(
  { id: 'metrics/help', docs: 'Every metric says in a sentence what it measures.' },
  function* ({ name, help: sentence }) {
    const said = (sentence ?? '').trim();
    if (said === '' || said === name) {
      yield {
        message: `${name} has no help`,
        fix: 'write in one sentence what is measured: it shows in editors and in Grafana',
      };
    }
  },
);
