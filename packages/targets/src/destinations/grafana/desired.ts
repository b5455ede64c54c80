import type { Diagnostic, Resource } from '@binnacle/model';
import type { Desired } from '../destination.ts';
import { datasourcesIn } from './datasources.ts';
import type { Parts } from './parts.ts';
import { askedBy } from './rules/datasource.ts';
import { desiredRules } from './rules/desired.ts';
import { writtenDashboard, writtenFolder } from './shape.ts';

/** What the resources of an environment become in this Grafana. */
export function desired(
  { context, server, datasources, rules, notifications }: Parts,
  resources: readonly Resource[],
): Desired {
  const { environment, owner, settings } = context;
  const diagnostics: Diagnostic[] = [];
  const used = new Set<string>();
  const groups =
    rules &&
    desiredRules(resources, {
      environment,
      owner,
      datasources: rules.datasources,
      hasUniqueTitles: settings.rules === 'provisioning',
    });
  const told = notifications?.desired(resources);
  diagnostics.push(...(groups?.diagnostics ?? []), ...(told?.diagnostics ?? []));
  for (const group of groups?.groups ?? []) {
    const asked = rules && askedBy(group, rules.datasources);
    if (asked !== undefined) used.add(asked);
  }
  const folders = [...resources, ...(groups?.folders ?? [])].filter(({ kind }) => kind === 'Folder');
  const dashboards = resources
    .filter(({ kind }) => kind === 'Dashboard')
    .flatMap((resource): Resource[] => {
      const written = writtenDashboard(resource, server, diagnostics);
      if (written === undefined) return [];
      const spec = datasources.applied(written.spec);
      for (const uid of datasourcesIn(spec)) used.add(uid);
      return [{ ...written, spec }];
    });
  return {
    resources: [
      ...folders.map((resource) => writtenFolder(resource, server, diagnostics)),
      ...dashboards,
      ...(groups?.groups ?? []),
      ...(told?.resources ?? []),
    ],
    diagnostics: [...diagnostics, ...datasources.missing(used)],
  };
}
