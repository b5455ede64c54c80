import type { ContractOnPage } from '../../src/wire/project.ts';
import { grouped } from '../data/grouped.ts';

function readers(contracts: readonly ContractOnPage[]): number {
  return contracts.reduce((sum, contract) => sum + contract.readers.length, 0);
}

/** Of each service the metrics that most panels, alerts and records read; services with much to say first. */
export function oftenRead(
  contracts: readonly ContractOnPage[],
  ofEach: number,
  services: number,
): readonly ContractOnPage[] {
  const read = contracts.filter((contract) => contract.readers.length > 0);
  return [...grouped(read, ({ service }) => service).values()]
    .map((own) => own.toSorted((a, b) => b.readers.length - a.readers.length).slice(0, ofEach))
    .toSorted((a, b) => readers(b) - readers(a))
    .slice(0, services)
    .flat();
}
