import type { Rule } from '../../rule.ts';
import type { ServiceMetric } from '../../views/service.ts';

/** Words that tell metrics of one family apart and belong in a label. */
const VARIANTS: readonly { readonly label: string; readonly word: RegExp }[] = [
  { label: 'code', word: /^[1-5](?:\d\d|xx)$/ },
  { label: 'method', word: /^(?:get|head|post|put|patch|delete|options)$/ },
  { label: 'level', word: /^(?:trace|debug|info|warn|warning|error|fatal)$/ },
  { label: 'quantile', word: /^p\d{1,3}$/ },
  { label: 'index', word: /^\d+$/ },
];

interface Family {
  readonly label: string;
  readonly name: string;
  readonly members: ServiceMetric[];
}

/** Each way of taking one variant word out of the metric's name. */
function familiesOf({
  metric: { name, type },
}: ServiceMetric): readonly (readonly [key: string, label: string, name: string])[] {
  const words = name.split('_');
  return words.flatMap((word, index) => {
    const label = VARIANTS.find((variant) => index > 0 && variant.word.test(word))?.label;
    if (label === undefined) return [];
    const rest = words.toSpliced(index, 1).join('_');
    return [[`${type} ${index} ${label} ${rest}`, label, rest] as const];
  });
}

export const proceduralName: Rule = {
  id: 'metrics/procedural-name',
  severity: 'warning',
  docs: 'Metrics whose names differ only in a status code, a method, a level or a number are one metric with a label.',
  *check({ services }) {
    for (const service of services) {
      const families = new Map<string, Family>();
      for (const member of service.metrics) {
        if (member.metric.waiver?.trim()) continue;
        for (const [key, label, name] of familiesOf(member)) {
          const family = families.get(key) ?? { label, name, members: [] };
          family.members.push(member);
          families.set(key, family);
        }
      }
      for (const { label, name, members } of families.values()) {
        const [first] = members;
        if (first === undefined || members.length < 2) continue;
        yield {
          place: first.place,
          message: `${members.map(({ metric }) => metric.name).join(', ')} are one metric written as ${members.length}`,
          fix: `declare ${name} with a label ${label}`,
        };
      }
    }
  },
};
