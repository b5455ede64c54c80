import { isRecord } from '@binnacle/model';
import { type Answer, answer, legacyError } from './answer.ts';
import { DEFAULT_POLICIES, type Organisation } from './organisation.ts';
import { refusedProvenance } from './provenance.ts';
import type { Context, FakeRequest } from './request.ts';
import { provenanceOf } from './rules.ts';
import { textOf } from '../text-of.ts';

type Json = Readonly<Record<string, unknown>>;

const OPERATORS = new Set(['=', '!=', '=~', '!~']);

function records(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** A route and all below it. */
function routes(route: Json): Json[] {
  return [route, ...records(route['routes']).flatMap(routes)];
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** Names of the receivers that the policies tell. */
export function receiversIn({ policies }: Organisation): string[] {
  const tree = policies.get('tree')?.tree ?? {};
  return routes(tree).map((route) => textOf(route['receiver']));
}

/** True for a receiver or a mute timing that a policy names. */
export function isInUse(name: string, organisation: Organisation): boolean {
  const tree = organisation.policies.get('tree')?.tree ?? {};
  const timings = routes(tree).flatMap((route) => [
    ...texts(route['mute_time_intervals']),
    ...texts(route['active_time_intervals']),
  ]);
  return receiversIn(organisation).includes(name) || timings.includes(name);
}

/** What is wrong with a tree, in the server's words. */
function problemOf(tree: Json, { contactPoints, muteTimings }: Organisation): string | undefined {
  const known = new Set([...contactPoints.values()].map(({ name }) => name));
  if (textOf(tree['receiver']) === '')
    return 'invalid object specification: root route must specify a default receiver';
  if (records(tree['object_matchers']).length > 0 || Array.isArray(tree['matchers']))
    return 'invalid object specification: root route must not have any matchers';
  for (const route of routes(tree)) {
    const receiver = textOf(route['receiver']);
    if (receiver !== '' && !known.has(receiver))
      return `invalid object specification: receiver '${receiver}' does not exist`;
    const timing = [...texts(route['mute_time_intervals']), ...texts(route['active_time_intervals'])].find(
      (name) => !muteTimings.has(name),
    );
    if (timing !== undefined) return `invalid object specification: mute time interval '${timing}' does not exist`;
    const matchers = Array.isArray(route['object_matchers']) ? route['object_matchers'] : [];
    if (!matchers.every((one: unknown) => Array.isArray(one) && one.length === 3 && OPERATORS.has(String(one[1]))))
      return 'invalid object specification: unexpected matcher';
  }
  return undefined;
}

/** `/api/v1/provisioning/policies`: the tree is one thing, replaced whole or set back. */
export function policiesRoute(request: FakeRequest, context: Context): Answer {
  const { method, body } = request;
  const { policies } = context.organisation;
  const stored = policies.get('tree') ?? DEFAULT_POLICIES;
  if (method === 'GET') {
    const { tree, provenance } = stored;
    return answer(200, { ...tree, ...(provenance !== '' && { provenance }) });
  }
  const refused = refusedProvenance(stored.provenance, request, context);
  if (refused !== undefined) return refused;
  if (method === 'DELETE') {
    policies.set('tree', DEFAULT_POLICIES);
    return answer(202, { message: 'policies reset to default' });
  }
  const { provenance: _, ...tree } = isRecord(body) ? body : {};
  const problem = problemOf(tree, context.organisation);
  if (problem !== undefined) return legacyError(400, problem);
  policies.set('tree', { tree, provenance: provenanceOf(request) });
  return answer(202, { message: 'policies updated' });
}
