import type { Diagnostic } from '../diagnostic.ts';
import { finding } from '../finding.ts';
import { FOLDER_TITLE_ANNOTATION } from '../kinds/dashboard/spec.ts';
import { isService } from '../kinds/service/spec.ts';
import { didYouMean } from '../nearest.ts';
import { pointer } from '../pointer.ts';
import { isRecord } from '../record.ts';
import { FOLDER_ANNOTATION, SERVICE_LABEL, type Resource } from '../resource.ts';
import { cyclesOf } from './cycles.ts';

function namesOf(resources: readonly Resource[], kind: string): ReadonlySet<string> {
  return new Set(resources.filter((resource) => resource.kind === kind).map(({ metadata }) => metadata.name));
}

/** Names of the services a resource needs; none when it is no service, or a malformed one. */
function dependsOn(resource: Resource): readonly string[] {
  if (!isService(resource) || !isRecord(resource.spec)) return [];
  const names: unknown = resource.spec.dependsOn;
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
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
  for (const [i, name] of dependsOn(resource).entries())
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
  const services = new Map(
    resources.filter(({ kind }) => kind === 'Service').map((service) => [service.metadata.name, service]),
  );
  const edges = new Map([...services].map(([name, service]) => [name, dependsOn(service)]));
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
