import type { ContractOnPage } from '../wire/project.ts';

/** Units that are no things which are counted. */
const MEASURES: ReadonlySet<string> = new Set([
  'seconds',
  'bytes',
  'ratio',
  'celsius',
  'joules',
  'volts',
  'amperes',
  'hertz',
]);

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a metric is called in titles: by its key in definitions, else by its name without what every metric of its service begins with. */
export function metricTitle({ service, metric, code }: ContractOnPage): string {
  const prefix = new RegExp(String.raw`^${service.replaceAll(/\W/g, '_')}_`);
  const own = code === undefined ? metric.name.replace(prefix, '').replace(/_total$/, '') : code.key;
  const words = own
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[^A-Za-z\d]+/g, ' ')
    .toLowerCase();
  // The axis says the unit.
  const unit = ` ${metric.unit}`;
  return sentence(words.endsWith(unit) && MEASURES.has(metric.unit) ? words.slice(0, -unit.length) : words);
}

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
