import { isRecord } from '@binnacle/model';
import { type Answer, answer, legacyError } from './answer.ts';
import type { StoredContactPoint } from './organisation.ts';
import { isInUse, receiversIn } from './policies.ts';
import { refusedProvenance } from './provenance.ts';
import type { Context, FakeRequest } from './request.ts';
import { provenanceOf } from './rules.ts';
import { textOf } from '../text-of.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a contact point of a type cannot be without. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  discord: ['url'],
  email: ['addresses'],
  opsgenie: ['apiKey'],
  pagerduty: ['integrationKey'],
  pushover: ['userKey', 'apiToken'],
  slack: ['url|token'],
  sns: ['topic'],
  teams: ['url'],
  telegram: ['bottoken', 'chatid'],
  webex: ['bot_token', 'room_id'],
  webhook: ['url'],
};
/** Settings that nobody reads again. */
const SECRET: ReadonlySet<string> = new Set([
  'discord/url',
  'opsgenie/apiKey',
  'pagerduty/integrationKey',
  'pushover/userKey',
  'pushover/apiToken',
  'slack/url',
  'slack/token',
  'telegram/bottoken',
  'webex/bot_token',
  'webhook/password',
  'webhook/authorization_credentials',
]);
const REDACTED = '[REDACTED]';
const UID = /^[A-Za-z0-9_-]{1,40}$/;

function shown({ settings, type, ...rest }: StoredContactPoint): Json {
  const redacted = Object.entries(settings).map(([key, value]): [string, unknown] => [
    key,
    SECRET.has(`${type}/${key}`) && value !== '' ? REDACTED : value,
  ]);
  return { ...rest, type, settings: Object.fromEntries(redacted) };
}

/** What is wrong with what was sent, in the server's words. */
function problemOf({ uid, name, type, settings }: StoredContactPoint): string | undefined {
  if (!UID.test(uid)) return `invalid UID ${uid}`;
  if (name === '') return 'contact point name is empty';
  const required = REQUIRED[type];
  if (required === undefined) return `unknown contact point type '${type}'`;
  const missing = required.find((keys) => keys.split('|').every((key) => textOf(settings[key]) === ''));
  return missing === undefined
    ? undefined
    : `failed to validate receiver "${name}" of type "${type}": could not find ${missing} in settings`;
}

function sent({ body, ...request }: FakeRequest, uid: string, old: StoredContactPoint | undefined): StoredContactPoint {
  const given = isRecord(body) ? body : {};
  const settings = Object.entries(isRecord(given['settings']) ? given['settings'] : {}).map(
    ([key, value]): [string, unknown] => [key, value === REDACTED ? old?.settings[key] : value],
  );
  return {
    uid,
    name: textOf(given['name']),
    type: textOf(given['type']),
    settings: Object.fromEntries(settings),
    disableResolveMessage: given['disableResolveMessage'] === true,
    provenance: provenanceOf({ body, ...request }),
  };
}

/** `/api/v1/provisioning/contact-points` and below. */
export function contactPointsRoute(request: FakeRequest, uid: string | undefined, context: Context): Answer {
  const { contactPoints } = context.organisation;
  const { method, query, body } = request;
  if (method === 'GET') {
    const name = query.get('name');
    const found = [...contactPoints.values()].filter((one) => name === null || one.name === name);
    return answer(200, found.map(shown));
  }
  const named = uid ?? (isRecord(body) ? textOf(body['uid']) : '');
  const old = contactPoints.get(named);
  if (method === 'POST') {
    if (old !== undefined) return legacyError(409, `contact point with uid ${named} already exists`);
    const made = sent(request, named === '' ? `contact-${context.next()}` : named, undefined);
    const problem = problemOf(made);
    if (problem !== undefined) return legacyError(400, problem);
    contactPoints.set(made.uid, made);
    return answer(202, shown(made));
  }
  if (old === undefined) return legacyError(404, 'contact point not found');
  const refused = refusedProvenance(old.provenance, request, context);
  if (refused !== undefined) return refused;
  const isLast = [...contactPoints.values()].filter(({ name }) => name === old.name).length === 1;
  if (method === 'DELETE') {
    if (isLast && isInUse(old.name, context.organisation))
      return legacyError(409, `contact point '${old.name}' is currently used by a notification policy`);
    contactPoints.delete(named);
    return answer(202, { message: 'contactpoint deleted' });
  }
  const next = sent(request, named, old);
  const problem = problemOf(next);
  if (problem !== undefined) return legacyError(400, problem);
  if (isLast && next.name !== old.name && receiversIn(context.organisation).includes(old.name))
    return legacyError(409, `contact point '${old.name}' is currently used by a notification policy`);
  contactPoints.set(named, next);
  return answer(202, { message: 'contactpoint updated' });
}
