import { isRecord } from '@binnacle/model';
import { type Answer, answer, legacyError } from './answer.ts';
import { contactPointsRoute } from './contact-points.ts';
import type { StoredNamed } from './organisation.ts';
import { isInUse, policiesRoute } from './policies.ts';
import { refusedProvenance } from './provenance.ts';
import type { Context, FakeRequest } from './request.ts';
import { provenanceOf } from './rules.ts';
import { textOf } from '../text-of.ts';

/** What differs between the two kinds of things that are known by their name and carry a version. */
interface NamedKind {
  readonly stored: Map<string, StoredNamed>;
  /** Templates are made and replaced with PUT, mute timings have a POST of their own. */
  readonly hasPost: boolean;
  readonly problemOf: (content: Readonly<Record<string, unknown>>) => string | undefined;
  readonly isInUse: (name: string) => boolean;
}

function shown({ content, version, provenance }: StoredNamed): unknown {
  return { ...content, version, ...(provenance !== '' && { provenance }) };
}

function namedRoute(request: FakeRequest, name: string | undefined, kind: NamedKind & { context: Context }): Answer {
  const { method, body } = request;
  const { stored, context } = kind;
  const { version = '', provenance: _, ...given } = isRecord(body) ? body : {};
  const asked = name ?? textOf(given['name']);
  const old = stored.get(asked);
  if (method === 'GET') {
    if (name === undefined) return answer(200, [...stored.values()].map(shown));
    return old === undefined ? { status: 404 } : answer(200, shown(old));
  }
  if (old !== undefined) {
    const refused = refusedProvenance(old.provenance, request, context);
    if (refused !== undefined) return refused;
  }
  if (method === 'DELETE') {
    if (old !== undefined && kind.isInUse(asked))
      return legacyError(409, `'${asked}' is currently used by a notification policy`);
    stored.delete(asked);
    return { status: 204 };
  }
  if (method === 'POST' && (!kind.hasPost || old !== undefined))
    return legacyError(kind.hasPost ? 409 : 404, kind.hasPost ? `'${asked}' already exists` : 'Not found');
  if (method === 'PUT' && kind.hasPost && old === undefined) return { status: 404 };
  if (old !== undefined && version !== '' && version !== old.version)
    return legacyError(409, `provided version ${textOf(version)} does not match current version ${old.version}`);
  const content = { ...given, name: asked };
  const problem = asked === '' ? 'name is empty' : kind.problemOf(content);
  if (problem !== undefined) return legacyError(400, problem);
  const made = { content, version: `v${context.next()}`, provenance: provenanceOf(request) };
  stored.set(asked, made);
  return answer(method === 'POST' ? 201 : 202, shown(made));
}

/** Contact points, policies, mute timings and templates; undefined for any other path. */
export function notificationsRoute(request: FakeRequest, context: Context): Answer | undefined {
  const [, , , resource, name] = request.segments;
  const { organisation } = context;
  switch (resource ?? '') {
    case 'contact-points':
      return contactPointsRoute(request, name, context);
    case 'policies':
      return policiesRoute(request, context);
    case 'mute-timings':
      return namedRoute(request, name, {
        context,
        stored: organisation.muteTimings,
        hasPost: true,
        problemOf: ({ time_intervals: times }) => (Array.isArray(times) ? undefined : 'invalid time interval'),
        isInUse: (timing) => isInUse(timing, organisation),
      });
    case 'templates':
      return namedRoute(request, name, {
        context,
        stored: organisation.templates,
        hasPost: false,
        problemOf: ({ template }) => (textOf(template).trim() === '' ? 'template must have content' : undefined),
        isInUse: () => false,
      });
    default:
      return undefined;
  }
}
