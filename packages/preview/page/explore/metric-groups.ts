import type { ContractOnPage } from '../../src/wire/project.ts';
import { grouped } from '../data/grouped.ts';
import { fits } from '../home/matching.ts';

/** Metrics of one service that a search leaves. */
export interface MetricGroup {
  readonly service: string;
  readonly contracts: readonly ContractOnPage[];
}

/** Made once for each contract, as there may be very many of them. */
const texts = new WeakMap<ContractOnPage, string>();

/** What a metric is found by. */
function textOf(contract: ContractOnPage): string {
  const known = texts.get(contract);
  if (known !== undefined) return known;
  const { service, metric, code } = contract;
  const { name, type, help, unit, labels } = metric;
  const text = [service, name, code?.key ?? '', type, help, unit, ...labels.map((label) => label.name)].join(' ');
  texts.set(contract, text);
  return text;
}

/** How well a metric fits: a name that begins with what is asked comes before one that holds it, and a help text last. */
function rank(question: string, { metric, code }: ContractOnPage): number {
  const asked = question.trim().toLowerCase().replaceAll(/\s+/g, '_');
  const names = [metric.name.toLowerCase(), code?.key.toLowerCase() ?? ''];
  if (names.includes(asked)) return 0;
  if (names.some((name) => name.startsWith(asked))) return 1;
  return names.some((name) => name.includes(asked)) ? 2 : 3;
}

/** The metrics that fit a question, by service, best first; `most` of them in all, and how many there are besides. */
export function metricGroups(
  contracts: readonly ContractOnPage[],
  question: string,
  most: number,
): { readonly groups: readonly MetricGroup[]; readonly found: number; readonly left: number } {
  const isAsked = question.trim() !== '';
  const found = isAsked ? contracts.filter((contract) => fits(question, textOf(contract))) : contracts;
  const ranked = isAsked ? found.toSorted((a, b) => rank(question, a) - rank(question, b)) : found;
  const shown = isAsked ? ranked.slice(0, most) : ranked;
  const groups = grouped(shown, ({ service }) => service);
  return {
    groups: [...groups].map(([service, own]) => ({ service, contracts: own })),
    found: found.length,
    left: found.length - shown.length,
  };
}
