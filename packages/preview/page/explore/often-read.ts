import type { ContractOnPage } from '../../src/wire/project.ts';

/** A metric, and how much of the project reads it. */
export interface OftenRead {
  readonly contract: ContractOnPage;
  readonly readers: number;
}

/** Of each service the metrics that most panels, alerts and records read; services with much to say first. */
export function oftenRead(
  contracts: readonly ContractOnPage[],
  ofEach: number,
  services: number,
): readonly OftenRead[] {
  const byService = new Map<string, OftenRead[]>();
  for (const contract of contracts) {
    const readers = contract.readers.length;
    if (readers === 0) continue;
    const own = byService.get(contract.service);
    if (own === undefined) byService.set(contract.service, [{ contract, readers }]);
    else own.push({ contract, readers });
  }
  const best = [...byService.values()].map((own) => own.toSorted((a, b) => b.readers - a.readers).slice(0, ofEach));
  const weight = (own: readonly OftenRead[]): number => own.reduce((sum, { readers }) => sum + readers, 0);
  return best
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, services)
    .flat();
}
