import type { ContractOnPage } from '../wire/project.ts';

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a metric is called in titles: by its key in definitions, else by its name without what every metric of its service begins with. */
export function metricTitle({ service, metric, code }: ContractOnPage): string {
  if (code !== undefined) {
    const spaced = code.key.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll(/[^A-Za-z\d]+/g, ' ');
    return sentence(spaced.toLowerCase());
  }
  const own = metric.name
    .replace(new RegExp(String.raw`^${service.replaceAll(/\W/g, '_')}_`), '')
    .replace(/_total$/, '');
  return sentence(own.replaceAll('_', ' '));
}

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
