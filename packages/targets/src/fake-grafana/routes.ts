import { type Answer, answer, failure, legacyError } from './answer.ts';
import { convertRoute } from './convert.ts';
import { datasourcesRoute } from './datasources.ts';
import { deleteObject, getObject, listObjects, writeObject } from './objects.ts';
import type { Profile } from './profile.ts';
import type { Context, FakeRequest } from './request.ts';
import { notificationsRoute } from './notifications.ts';
import { alertRulesRoute } from './rules.ts';

const GROUPS = { 'dashboard.grafana.app': 'dashboards', 'folder.grafana.app': 'folders' } as const;
const VERBS = ['create', 'delete', 'get', 'list', 'update'];

function isGroup(name: string | undefined): name is keyof typeof GROUPS {
  return name !== undefined && Object.hasOwn(GROUPS, name);
}

function apiGroup(name: keyof typeof GROUPS, profile: Profile) {
  const versions = profile[GROUPS[name]].map((version) => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions, preferredVersion: versions[0] };
}

/** `/apis`, `/apis/{group}`, `/apis/{group}/{version}`. */
function discoveryRoute({ segments, path }: FakeRequest, { profile }: Context): Answer {
  const [, group, version] = segments;
  if (group === undefined) {
    const groups = Object.keys(GROUPS)
      .filter(isGroup)
      .map((name) => apiGroup(name, profile));
    return answer(200, { kind: 'APIGroupList', apiVersion: 'v1', groups });
  }
  if (!isGroup(group)) return failure(404, `the server could not find the requested resource (${path})`);
  if (version === undefined) return answer(200, { kind: 'APIGroup', apiVersion: 'v1', ...apiGroup(group, profile) });
  const name = GROUPS[group];
  const kind = name === 'folders' ? 'Folder' : 'Dashboard';
  const resources = [{ name, singularName: kind.toLowerCase(), kind, namespaced: true, verbs: VERBS }];
  return answer(200, { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: `${group}/${version}`, resources });
}

function apisRoute(request: FakeRequest, context: Context): Answer {
  const [, group, version, word, namespace, plural, name, below] = request.segments;
  if (word === undefined) return discoveryRoute(request, context);
  const { organisation, profile } = context;
  if (!isGroup(group) || version === undefined || plural !== GROUPS[group] || !profile[plural].includes(version)) {
    return failure(404, 'the server could not find the requested resource');
  }
  if (namespace !== organisation.namespace) {
    return failure(
      403,
      `${plural}.${group} is forbidden: the credentials belong to ${organisation.namespace}, not to ${namespace ?? ''}`,
    );
  }
  const endpoint = { group, version, plural };
  switch (request.method) {
    case 'GET':
      return name === undefined ? listObjects(request, endpoint, context) : getObject(name, below, endpoint, context);
    case 'POST':
      return writeObject(request, undefined, endpoint, context);
    case 'PUT':
      return name === undefined ? failure(405, 'method not allowed') : writeObject(request, name, endpoint, context);
    case 'DELETE':
      return name === undefined ? failure(405, 'method not allowed') : deleteObject(request, name, endpoint, context);
    default:
      return failure(405, 'method not allowed');
  }
}

/** The answer to a request whose credentials are right. */
export function route(request: FakeRequest, context: Context): Answer {
  const { path, segments } = request;
  if (segments[0] === 'apis') return apisRoute(request, context);
  if (path === '/bootdata') return answer(200, { settings: { namespace: context.organisation.namespace } });
  if (path.startsWith('/api/datasources')) return datasourcesRoute(request, context);
  if (path.startsWith('/api/v1/provisioning/'))
    return notificationsRoute(request, context) ?? alertRulesRoute(request, context);
  if (path.startsWith('/api/convert/prometheus/config/v1/rules')) return convertRoute(request, context);
  return legacyError(404, 'Not found');
}
