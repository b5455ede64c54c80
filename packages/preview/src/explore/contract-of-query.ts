import { metricNames, parse } from '@binnacle/promql';
import type { ContractOnPage } from '../wire/project.ts';

/** Types of which one metric has several series. */
const PARTS: Readonly<Record<string, RegExp>> = { histogram: /_(?:bucket|sum|count)$/, summary: /_(?:sum|count)$/ };

function isOf(name: string, { metric }: ContractOnPage): boolean {
  const part = PARTS[metric.type];
  return metric.name === name || (part !== undefined && name.replace(part, '') === metric.name);
}

/** The contract of the first metric of a query that has one, or that a record of the query is made of. */
export function contractOfQuery(text: string, contracts: readonly ContractOnPage[]): ContractOnPage | undefined {
  const names = metricNames(parse(text).expr);
  for (const name of names) {
    const found = contracts.find((contract) => isOf(name, contract));
    if (found !== undefined) return found;
  }
  return contracts.find(({ readers }) => readers.some(({ kind, name }) => kind === 'record' && names.includes(name)));
}
