import { nameRule } from '../../naming/name-rule.ts';

const TYPE = /_(counter|gauge|histogram|summary|untyped)(?=_|$)/i;

export const typeInName = nameRule(
  { id: 'metrics/type-in-name', docs: 'A metric name does not say its type.' },
  function* ({ name }) {
    const type = TYPE.exec(name)?.[1];
    if (type === undefined) return;
    yield { message: `${name} has the metric type "${type}" in its name`, fix: `name it ${name.replace(TYPE, '')}` };
  },
);
