import type { Diagnostic } from '../diagnostic.ts';
import { finding } from '../finding.ts';
import { FOLDER_TITLE_ANNOTATION } from '../kinds/dashboard/spec.ts';
import { isService, type ServiceResource } from '../kinds/service/spec.ts';
import { didYouMean } from '../nearest.ts';
import { pointer } from '../pointer.ts';
import { FOLDER_ANNOTATION, SERVICE_LABEL, type Resource } from '../resource.ts';
import { cyclesOf } from './cycles.ts';

function namesOf(resources: readonly Resource[], kind: string): ReadonlySet<string> {
  return new Set(resources.filter((resource) => resource.kind === kind).map(({ metadata }) => metadata.name));
}

/** A name in a resource that should be another resource's. */
interface Reference {
  readonly to: 'folder' | 'service';
  readonly name: string;
  readonly path: string;
}

function* references(resource: Resource): Generator<Reference> {
  const { labels, annotations } = resource.metadata;
  const service = labels?.[SERVICE_LABEL];
  if (service !== undefined) yield { to: 'service', name: service, path: pointer('metadata', 'labels', SERVICE_LABEL) };
  const folder = annotations?.[FOLDER_ANNOTATION];
  // A title makes the folder: it is derived when nobody declares it.
  if (folder !== undefined && folder !== '' && annotations?.[FOLDER_TITLE_ANNOTATION] === undefined) {
    yield { to: 'folder', name: folder, path: pointer('metadata', 'annotations', FOLDER_ANNOTATION) };
  }
  if (!isService(resource) || !Array.isArray(resource.spec?.dependsOn)) return;
  for (const [i, name] of resource.spec.dependsOn.entries())
    yield { to: 'service', name, path: pointer('spec', 'dependsOn', i) };
}

/** Folders and services that resources name but nobody declares. */
export function unknownReferences(resources: readonly Resource[]): Diagnostic[] {
  const known = { folder: namesOf(resources, 'Folder'), service: namesOf(resources, 'Service') };
  const derived = new Set(
    resources
      .filter(({ metadata }) => metadata.annotations?.[FOLDER_TITLE_ANNOTATION] !== undefined)
      .map(({ metadata }) => metadata.annotations?.[FOLDER_ANNOTATION]),
  );
  return resources.flatMap((resource) =>
    [...references(resource)].flatMap(({ to, name, path }) => {
      if (known[to].has(name) || (to === 'folder' && derived.has(name))) return [];
      return [
        finding(resource, {
          rule: 'resource/unknown-reference',
          severity: 'error',
          message: `no ${to} '${name}' is declared`,
          path,
          fix: didYouMean(name, known[to]) ?? `declare the ${to}`,
        }),
      ];
    }),
  );
}

/** Services that need one another in a circle: none of them can start or fail alone. */
export function dependencyCycles(resources: readonly Resource[]): Diagnostic[] {
  const services = new Map<string, ServiceResource>();
  for (const resource of resources) {
    if (isService(resource) && Array.isArray(resource.spec?.dependsOn)) services.set(resource.metadata.name, resource);
  }
  const edges = new Map([...services].map(([name, { spec }]) => [name, spec.dependsOn]));
  return cyclesOf(edges).flatMap((cycle) => {
    const [start = ''] = cycle;
    const service = services.get(start);
    if (service === undefined) return [];
    return [
      finding(service, {
        rule: 'resource/cycle',
        severity: 'warning',
        message: `services depend on one another in a circle: ${[...cycle, start].join(' → ')}`,
        path: '/spec/dependsOn',
        fix: 'remove the dependency that is not needed to serve a request',
      }),
    ];
  });
}
