import { durationMs, isRecord } from '@binnacle/model';
import { type Answer, answer, legacyError } from './answer.ts';
import type { Organisation, StoredRule } from './organisation.ts';
import type { Context, FakeRequest } from './request.ts';
import { textOf } from '../text-of.ts';

type Json = Readonly<Record<string, unknown>>;

const LONGEST_TITLE = 190;
const BASE_INTERVAL = 10;
const MODEL_DEFAULTS = { intervalMs: 1000, maxDataPoints: 43_200 };
/** What a JSON text of a duration is kept as. */
const UNITS = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const;

function duration(value: unknown): string {
  let ms = typeof value === 'string' ? (durationMs(value) ?? 0) : 0;
  let text = '';
  for (const [unit, size] of UNITS) {
    if (ms >= size) text += `${Math.floor(ms / size)}${unit}`;
    ms %= size;
  }
  return text === '' ? '0s' : text;
}

/** What a rule is stored with that it was not sent with. */
function filledIn(rule: Json, { folder, group }: Pick<StoredRule, 'folder' | 'group'>, id: number): Json {
  const data = Array.isArray(rule['data']) ? rule['data'] : [];
  return {
    id,
    notification_settings: null,
    record: null,
    isPaused: false,
    ...rule,
    folderUID: folder,
    ruleGroup: group,
    for: duration(rule['for']),
    keep_firing_for: duration(rule['keep_firing_for']),
    data: data.map((query: unknown) =>
      isRecord(query) && isRecord(query['model'])
        ? { ...query, model: { ...MODEL_DEFAULTS, ...query['model'] } }
        : query,
    ),
    updated: `2026-01-01T00:00:00.${String(id % 1000).padStart(3, '0')}Z`,
  };
}

/** What is wrong with a rule, in the server's words. */
function ruleProblem(rule: Json, context: Context): string | undefined {
  const { title, condition, data, noDataState, execErrState, record } = rule;
  if (typeof title !== 'string' || title === '') return 'invalid alert rule: title is empty';
  if (title.length > LONGEST_TITLE) return 'invalid alert rule: title is too long';
  if (!Array.isArray(data) || data.length === 0) return 'invalid alert rule: no queries or expressions are found';
  if (noDataState === undefined || execErrState === undefined) return 'invalid alert rule: unknown state';
  if (isRecord(record)) return context.recordingRules ? undefined : 'recording rules are not enabled';
  const isThere = data.some((query: unknown) => isRecord(query) && query['refId'] === condition);
  return isThere
    ? undefined
    : `invalid alert rule: condition ${textOf(condition)} does not exist, must be one of the queries`;
}

function groupRules({ rules }: Organisation, folder: string, group: string): StoredRule[] {
  return [...rules.values()].filter((rule) => rule.folder === folder && rule.group === group);
}

/** A rule that replaces or joins a group. */
export interface NewRule {
  readonly rule: Json;
  readonly original?: unknown;
}

/** What is wrong with a group as a whole. */
function groupProblem(
  { folder, group, interval }: Pick<StoredRule, 'folder' | 'group' | 'interval'>,
  { folders }: Organisation,
): string | undefined {
  if (!folders.has(folder)) return 'folder does not exist';
  if (group === '' || group.length > LONGEST_TITLE) return 'rule group name is too long or empty';
  if (interval > 0 && interval % BASE_INTERVAL === 0) return undefined;
  return `interval (${interval}s) should be non-zero and divided exactly by scheduler interval: ${BASE_INTERVAL}`;
}

/** Replaces a whole group: rules that are not sent are gone. Returns why not, when it is refused; nothing is changed then. */
export function replaceGroup(
  place: Omit<StoredRule, 'uid' | 'rule' | 'original'>,
  sent: readonly NewRule[],
  context: Context,
): Answer | undefined {
  const { organisation } = context;
  const { folder, group, provenance } = place;
  const problem =
    groupProblem(place, organisation) ??
    sent.map(({ rule }) => ruleProblem(rule, context)).find((one) => one !== undefined);
  if (problem !== undefined) return legacyError(400, problem);
  const before = groupRules(organisation, folder, group);
  const other = before.find((rule) => rule.provenance !== provenance);
  if (other !== undefined) {
    return legacyError(
      context.profile.provenanceStatus,
      `cannot change provenance from '${other.provenance}' to '${provenance}'`,
    );
  }
  const titles = new Set(
    [...organisation.rules.values()]
      .filter((rule) => rule.folder === folder && rule.group !== group)
      .map(({ rule }) => rule['title']),
  );
  const made: StoredRule[] = [];
  for (const { rule, original } of sent) {
    if (original === undefined && titles.has(rule['title'])) {
      return legacyError(
        400,
        'a conflicting alert rule is found: rule title under the same organisation and folder should be unique',
      );
    }
    titles.add(rule['title']);
    const id = context.next();
    const uid = typeof rule['uid'] === 'string' && rule['uid'] !== '' ? rule['uid'] : `rule-${id}`;
    const elsewhere = organisation.rules.get(uid);
    if (elsewhere !== undefined && (elsewhere.folder !== folder || elsewhere.group !== group)) {
      return legacyError(409, `rule uid ${uid} exists in another group`);
    }
    const stored = { ...filledIn({ ...rule, uid }, { folder, group }, id), provenance };
    made.push({ ...place, uid, rule: stored, ...(original !== undefined && { original }) });
  }
  for (const { uid } of before) organisation.rules.delete(uid);
  for (const rule of made) organisation.rules.set(rule.uid, rule);
  return undefined;
}

/** Deletes a group. */
export function deleteGroup(folder: string, group: string, provenance: string, context: Context): Answer {
  const { organisation } = context;
  const rules = groupRules(organisation, folder, group);
  if (rules.length === 0) return { status: 404 };
  const other = rules.find((rule) => rule.provenance !== provenance);
  if (other !== undefined) {
    return legacyError(
      context.profile.provenanceStatus,
      `cannot delete with provided provenance '${provenance}', needs '${other.provenance}'`,
    );
  }
  for (const { uid } of rules) organisation.rules.delete(uid);
  return { status: 204 };
}

/** The provenance a request writes with: the header's presence means none. */
export function provenanceOf({ header }: FakeRequest): string {
  return header('x-disable-provenance') === undefined ? 'api' : '';
}

function groupRoute(request: FakeRequest, folder: string, title: string, context: Context): Answer {
  const { method, body } = request;
  const { organisation } = context;
  if (method === 'DELETE') return deleteGroup(folder, title, provenanceOf(request), context);
  if (method === 'PUT') {
    const sent = isRecord(body) && Array.isArray(body['rules']) ? body['rules'] : [];
    const interval = isRecord(body) ? Number(body['interval']) : 0;
    const place = { folder, group: title, interval, provenance: provenanceOf(request) };
    const refused = replaceGroup(
      place,
      sent.map((rule: unknown) => ({ rule: isRecord(rule) ? rule : {} })),
      context,
    );
    return refused ?? answer(200, body);
  }
  const rules = groupRules(organisation, folder, title);
  if (rules.length === 0) return { status: 404 };
  return answer(200, { title, folderUid: folder, interval: rules[0]?.interval, rules: rules.map(({ rule }) => rule) });
}

function ruleRoute(request: FakeRequest, uid: string, context: Context): Answer {
  const { organisation } = context;
  const found = organisation.rules.get(uid);
  if (request.method === 'DELETE') {
    organisation.rules.delete(uid);
    return { status: 204 };
  }
  if (found === undefined) return { status: 404 };
  if (request.method === 'GET') return answer(200, found.rule);
  const body = isRecord(request.body) ? request.body : {};
  const provenance = provenanceOf(request);
  if (found.provenance !== provenance) {
    return legacyError(
      context.profile.provenanceStatus,
      `cannot change provenance from '${found.provenance}' to '${provenance}'`,
    );
  }
  const rule = { ...filledIn({ ...body, uid }, found, context.next()), provenance };
  organisation.rules.set(uid, { ...found, rule });
  return answer(200, rule);
}

/** `/api/v1/provisioning/alert-rules` and `…/folder`: never a dry run, whatever the query says. */
export function alertRulesRoute(request: FakeRequest, context: Context): Answer {
  const [, , , resource, first, second, third] = request.segments;
  if (resource === 'alert-rules') {
    if (first !== undefined) return ruleRoute(request, first, context);
    if (request.method === 'GET')
      return answer(
        200,
        [...context.organisation.rules.values()].map(({ rule }) => rule),
      );
    const rule = isRecord(request.body) ? request.body : {};
    const [folder, title] = [textOf(rule['folderUID']), textOf(rule['ruleGroup'])];
    const others = groupRules(context.organisation, folder, title);
    const place = { folder, group: title, interval: others[0]?.interval ?? 60, provenance: provenanceOf(request) };
    return replaceGroup(place, [...others, { rule }], context) ?? answer(201, rule);
  }
  if (resource === 'folder' && first !== undefined && second === 'rule-groups' && third !== undefined) {
    return groupRoute(request, first, third, context);
  }
  return legacyError(404, 'Not found');
}
