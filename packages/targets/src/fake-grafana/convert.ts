import { durationMs, isRecord } from '@binnacle/model';
import { type Answer, answer, legacyError } from './answer.ts';
import { FOLDER, folderOf, type StoredRule } from './organisation.ts';
import type { Context, FakeRequest } from './request.ts';
import { deleteGroup, type NewRule, provenanceOf, replaceGroup } from './rules.ts';
import { textOf } from '../text-of.ts';

type Json = Readonly<Record<string, unknown>>;

/** The uid of the folder of a title in the working folder. */
function folderUid(title: string, working: string, { organisation }: Context): string | undefined {
  return [...organisation.folders.values()].find((one) => one.spec['title'] === title && folderOf(one) === working)
    ?.metadata.name;
}

/** The Prometheus groups that were converted, by the title of their folder. */
function originals(working: string, { organisation }: Context): Record<string, Json[]> {
  const namespaces: Record<string, Json[]> = {};
  for (const rule of organisation.rules.values()) {
    const folder = organisation.folders.get(rule.folder);
    if (rule.original === undefined || folder === undefined || folderOf(folder) !== working) continue;
    const groups = (namespaces[textOf(folder.spec['title'])] ??= []);
    const known = groups.find(({ name }) => name === rule.group);
    if (known === undefined) groups.push({ name: rule.group, interval: `${rule.interval}s`, rules: [rule.original] });
    else if (Array.isArray(known['rules'])) known['rules'].push(rule.original);
  }
  return namespaces;
}

function converted(rule: Json, at: number, group: string, datasource: string): NewRule {
  const { record, alert, labels = {}, annotations = {} } = rule;
  const isRecording = typeof record === 'string';
  const query = {
    refId: 'query',
    datasourceUid: datasource,
    model: { refId: 'query', expr: rule['expr'], instant: true },
  };
  return {
    original: rule,
    rule: {
      uid: `converted-${group}-${at}`,
      title: textOf(record, textOf(alert)),
      condition: 'query',
      data: [query],
      noDataState: 'OK',
      execErrState: 'Error',
      for: rule['for'] ?? '0s',
      labels,
      annotations,
      ...(isRecording && { record: { metric: record, from: 'query', target_datasource_uid: datasource } }),
    },
  };
}

function write(request: FakeRequest, title: string, working: string, context: Context): Answer {
  const { organisation } = context;
  const datasource = request.header('x-grafana-alerting-datasource-uid');
  if (datasource === undefined) {
    const message = 'Missing datasource UID header: X-Grafana-Alerting-Datasource-UID';
    return legacyError(400, message, 'alerting.datasourceUIDHeaderMissing');
  }
  if (!organisation.datasources.has(datasource)) return legacyError(404, 'Data source not found');
  const body = isRecord(request.body) ? request.body : {};
  const rules: unknown[] = Array.isArray(body['rules']) ? body['rules'] : [];
  const group = textOf(body['name']);
  let uid = folderUid(title, working, context);
  const others = [...organisation.rules.values()].filter((rule) => rule.folder === uid && rule.group === group);
  if (others.some(({ original }) => original === undefined)) {
    return legacyError(409, `rule group ${group} was not created by the conversion API and is not replaced`);
  }
  if (rules.some((rule) => isRecord(rule) && rule['record'] !== undefined) && !context.recordingRules) {
    return legacyError(400, 'Cannot import recording rules: Feature not enabled.', 'alerting.recordingRulesNotEnabled');
  }
  if (uid === undefined) {
    uid = `namespace-${context.next()}`;
    organisation.folders.set(uid, {
      version: context.profile.folders[0] ?? 'v1',
      metadata: {
        name: uid,
        uid,
        resourceVersion: String(context.next()),
        generation: 1,
        creationTimestamp: '2026-01-01T00:00:00Z',
        labels: {},
        annotations: working === '' ? {} : { [FOLDER]: working },
      },
      spec: { title },
    });
  }
  const interval = (durationMs(textOf(body['interval'], '1m')) ?? 60_000) / 1000;
  const place: Omit<StoredRule, 'uid' | 'rule' | 'original'> = {
    folder: uid,
    group,
    interval,
    provenance: provenanceOf(request),
  };
  const made = rules.map((rule, at) => converted(isRecord(rule) ? rule : {}, at, `${uid}-${group}`, datasource));
  return replaceGroup(place, made, context) ?? answer(202, { status: 'success' });
}

/** `/api/convert/prometheus/config/v1/rules[/{folder title}[/{group}]]`, within the folder that a header names. */
export function convertRoute(request: FakeRequest, context: Context): Answer {
  const [, , , , , , title, group] = request.segments;
  const working = request.header('x-grafana-alerting-folder-uid') ?? '';
  if (request.method === 'POST') {
    return title === undefined ? legacyError(404, 'Not found') : write(request, title, working, context);
  }
  const namespaces = originals(working, context);
  if (title === undefined) return { status: 200, yaml: namespaces };
  const uid = folderUid(title, working, context);
  if (uid === undefined) return legacyError(404, 'Folder not found');
  const groups = namespaces[title] ?? [];
  if (group === undefined) return { status: 200, yaml: { [title]: groups } };
  const found = groups.find(({ name }) => name === group);
  if (found === undefined)
    return request.method === 'DELETE' ? { status: 404 } : legacyError(404, 'Rule group not found');
  if (request.method === 'GET') return { status: 200, yaml: found };
  const deleted = deleteGroup(uid, group, provenanceOf(request), context);
  return deleted.status === 204 ? answer(202, { status: 'success' }) : deleted;
}
