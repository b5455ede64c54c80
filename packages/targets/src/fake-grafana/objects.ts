import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '@binnacle/model';
import { type Answer, answer, failure } from './answer.ts';
import { basicProblem, convertedSpec, schemaCauses, storedSpec, unknownFields } from './dashboards.ts';
import { contents, folderProblem } from './folders.ts';
import { managerIn, managerRefusal } from './managers.ts';
import { FOLDER, folderOf, type StoredObject } from './organisation.ts';
import type { Context, FakeRequest } from './request.ts';
import { textOf } from '../text-of.ts';

/** A kind of objects in one version. */
export interface Endpoint {
  readonly group: string;
  readonly version: string;
  readonly plural: 'folders' | 'dashboards';
}

const KINDS = { folders: 'Folder', dashboards: 'Dashboard' } as const;
const UID = /^[A-Za-z0-9_-]+$/;
const LONGEST_UID = 40;
/** Of them the server's storage of version 12 has columns. */
const KEPT_ALWAYS = new Set([FOLDER, 'grafana.app/createdBy']);

type Json = Readonly<Record<string, unknown>>;

function texts(value: unknown): Record<string, string> {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)])) : {};
}

/** An object as one version shows it. */
function shown({ version, metadata, spec }: StoredObject, endpoint: Endpoint, { organisation }: Context): Json {
  const isConverted = endpoint.plural === 'dashboards' && version !== endpoint.version;
  return {
    metadata: { ...metadata, namespace: organisation.namespace },
    spec: isConverted ? convertedSpec(spec, version, endpoint.version) : spec,
    ...(isConverted && { status: { conversion: { failed: false, storedVersion: version } } }),
  };
}

function whole(object: StoredObject, endpoint: Endpoint, context: Context): Json {
  const { group, version, plural } = endpoint;
  return { kind: KINDS[plural], apiVersion: `${group}/${version}`, ...shown(object, endpoint, context) };
}

function notFound(name: string, { group, plural }: Endpoint): Answer {
  return failure(404, `${plural}.${group} "${name}" not found`, { name, group, kind: plural });
}

function stale(name: string, { group, plural }: Endpoint): Answer {
  const why = 'the object has been modified; please apply your changes to the latest version and try again';
  return failure(409, `Operation cannot be fulfilled on ${plural}.${group} "${name}": ${why}`, {
    name,
    group,
    kind: plural,
  });
}

/** Lists a page; items of a list say neither kind nor version. */
export function listObjects({ query }: FakeRequest, endpoint: Endpoint, context: Context): Answer {
  const { group, version, plural } = endpoint;
  const all = [...context.organisation[plural].values()].toSorted((a, b) =>
    a.metadata.name < b.metadata.name ? -1 : 1,
  );
  const after = Buffer.from(query.get('continue') ?? '', 'base64').toString();
  const rest = all.filter(({ metadata }) => metadata.name > after);
  const asked = Number(query.get('limit') ?? 0);
  const page = rest.slice(0, asked > 0 ? Math.min(asked, context.pageSize) : context.pageSize);
  const last = page.at(-1)?.metadata.name;
  const hasMore = last !== undefined && rest.length > page.length;
  return answer(200, {
    kind: `${KINDS[plural]}List`,
    apiVersion: `${group}/${version}`,
    metadata: {
      resourceVersion: String(context.next()),
      ...(hasMore && { continue: Buffer.from(last).toString('base64'), remainingItemCount: rest.length - page.length }),
    },
    items: page.map((object) => shown(object, endpoint, context)),
  });
}

/** Gets an object, or the counts of a folder. */
export function getObject(name: string, below: string | undefined, endpoint: Endpoint, context: Context): Answer {
  if (!UID.test(name)) return failure(400, 'uid contains illegal characters');
  const object = context.organisation[endpoint.plural].get(name);
  if (object === undefined) return notFound(name, endpoint);
  if (below === undefined) return answer(200, whole(object, endpoint, context));
  if (below !== 'counts' || endpoint.plural !== 'folders')
    return failure(404, `the server could not find the requested resource`);
  const counts = Object.entries(contents(name, context.organisation)).map(([resource, count]) => ({
    group: 'any',
    resource,
    count,
  }));
  return answer(200, { kind: 'DescendantCounts', apiVersion: `${endpoint.group}/${endpoint.version}`, counts });
}

/** Why the server does not take what is written. */
function refusal(
  name: string,
  written: StoredObject,
  before: StoredObject | undefined,
  endpoint: Endpoint,
  context: Context,
  isDryRun: boolean,
): Answer | undefined {
  const { organisation, maxFolderDepth } = context;
  const { group, plural, version } = endpoint;
  const { annotations } = written.metadata;
  if (name.length > LONGEST_UID) return failure(400, `uid too long, max ${LONGEST_UID} characters`);
  if (!UID.test(name)) return failure(400, 'uid contains illegal characters');
  if ((annotations['grafana.app/message'] ?? '').length > 500)
    return failure(400, 'message too long, max 500 characters');
  const parent = folderOf(written);
  if (parent !== '' && !isDryRun && !organisation.folders.has(parent))
    return notFound(parent, { group: 'folder.grafana.app', version, plural: 'folders' });
  if (plural === 'folders') {
    const problem = folderProblem({ name, title: written.spec['title'], parent }, organisation, maxFolderDepth);
    if (problem !== undefined) return failure(400, problem.message, { uid: problem.id });
  } else {
    const problem = basicProblem(written.spec);
    if (problem !== undefined) return failure(400, problem);
    const causes = schemaCauses(written.spec, version);
    if (causes.length > 0) {
      const all = causes.map(({ field, message }) => `${field}: ${message}`).join(', ');
      return failure(422, `Dashboard.${group} "${name}" is invalid: ${all}`, {
        name,
        group,
        kind: 'Dashboard',
        causes,
      });
    }
  }
  return context.enforcesManagers ? managerRefusal(before?.metadata.annotations, annotations, organisation) : undefined;
}

function isSame(a: StoredObject, b: StoredObject): boolean {
  return isDeepStrictEqual(a.spec, b.spec) && folderOf(a) === folderOf(b);
}

/** Creates or replaces an object: POST only creates, PUT does either. */
export function writeObject(
  request: FakeRequest,
  name: string | undefined,
  endpoint: Endpoint,
  context: Context,
): Answer {
  const { body, method, query } = request;
  const { group, version, plural } = endpoint;
  const objects = context.organisation[plural];
  if (!isRecord(body) || !isRecord(body['metadata']) || !isRecord(body['spec']))
    return failure(400, 'the object provided is unrecognized');
  const { metadata, spec } = body;
  const own = name ?? textOf(metadata['name'], `${textOf(metadata['generateName'], 'x')}${context.next()}`);
  const before = objects.get(own);
  const revision = metadata['resourceVersion'];
  if (method === 'POST') {
    if (revision !== undefined) return failure(500, 'resourceVersion should not be set on objects to be created');
    if (before !== undefined)
      return failure(
        409,
        `${plural}.${group} "${own}" already exists`,
        { name: own, group, kind: plural },
        'AlreadyExists',
      );
  } else if (revision !== undefined && revision !== before?.metadata.resourceVersion) return stale(own, endpoint);

  const given = texts(metadata['annotations']);
  const kept = context.dropsAnnotations
    ? Object.entries(given).filter(([key]) => KEPT_ALWAYS.has(key))
    : Object.entries(given);
  const isDryRun = query.get('dryRun') === 'All';
  const draft: StoredObject = {
    version,
    metadata: {
      name: own,
      uid: before?.metadata.uid ?? `${plural}-${context.next()}`,
      resourceVersion: '',
      generation: before?.metadata.generation ?? 1,
      creationTimestamp: '2026-01-01T00:00:00Z',
      labels: context.dropsAnnotations ? {} : { ...texts(metadata['labels']), 'grafana.app/deprecatedInternalID': '1' },
      annotations: {
        ...Object.fromEntries(kept),
        'grafana.app/createdBy': before?.metadata.annotations['grafana.app/createdBy'] ?? context.identity,
      },
    },
    spec,
  };
  const refused = refusal(
    own,
    { ...draft, metadata: { ...draft.metadata, annotations: given } },
    before,
    endpoint,
    context,
    isDryRun,
  );
  if (refused !== undefined) return refused;

  const stored = { ...draft, spec: plural === 'dashboards' ? storedSpec(spec, version) : spec };
  const isChanged = before !== undefined && !isSame(before, stored);
  const final: StoredObject = {
    ...stored,
    metadata: {
      ...stored.metadata,
      resourceVersion: String(context.next()),
      generation: stored.metadata.generation + Number(isChanged),
      annotations: {
        ...stored.metadata.annotations,
        ...(isChanged && !context.dropsAnnotations && { 'grafana.app/updatedBy': context.identity }),
      },
    },
  };
  if (!isDryRun || (plural === 'folders' && context.profile.ignoresFolderDryRun)) objects.set(own, final);
  const unknown = plural === 'dashboards' ? unknownFields(spec, version) : [];
  const warning = unknown.map((field) => `299 - "unknown field \\"spec.${field}\\""`).join(', ');
  return answer(
    before === undefined ? 201 : 200,
    whole(final, endpoint, context),
    warning === '' ? undefined : { warning },
  );
}

/** Deletes an object, when the preconditions hold and nothing is in it. */
export function deleteObject({ body, query }: FakeRequest, name: string, endpoint: Endpoint, context: Context): Answer {
  const { group, plural } = endpoint;
  const { organisation } = context;
  const object = organisation[plural].get(name);
  if (object === undefined) return notFound(name, endpoint);
  const options = isRecord(body) ? body : {};
  const { resourceVersion, uid } = isRecord(options['preconditions']) ? options['preconditions'] : {};
  const { metadata } = object;
  if (resourceVersion !== undefined && resourceVersion !== metadata.resourceVersion) return stale(name, endpoint);
  if (uid !== undefined && uid !== metadata.uid) return stale(name, endpoint);
  const manager = managerIn(metadata.annotations);
  if (manager?.kind.startsWith('classic-') === true && options['gracePeriodSeconds'] !== 0)
    return failure(400, 'provisioned dashboard cannot be deleted');
  if (context.enforcesManagers && manager?.kind === 'repo')
    return failure(403, `this resource is managed by a repository (repo:${manager.id}): delete it there`);
  if (plural === 'folders' && Object.values(contents(name, organisation)).some((count) => count > 0)) {
    return failure(400, 'Folder cannot be deleted: folder is not empty', { uid: 'folder.not-empty' });
  }
  if (query.get('dryRun') !== 'All') organisation[plural].delete(name);
  return answer(200, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { name, group, kind: plural, uid: metadata.uid },
  });
}
