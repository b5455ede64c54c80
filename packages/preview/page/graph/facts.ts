import { type GraphNode, OWNER } from './service-graph.ts';

/** Who owns a service, how important it is and of what kind, in words. */
export function factsOf({ isDeclared, services, owner, tier, kind }: GraphNode): string {
  if (!isDeclared) return 'declared by no service';
  if (kind === OWNER) return services === 1 ? '1 service' : `${services} services`;
  return [owner, tier === '' ? '' : `tier ${tier}`, kind].filter((fact) => fact !== '').join(' · ');
}

/** How many findings there are about a service, in words; empty without any. */
export function findingsOf({ errors, warnings }: Pick<GraphNode, 'errors' | 'warnings'>): string {
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ];
  return parts.join(', ');
}
