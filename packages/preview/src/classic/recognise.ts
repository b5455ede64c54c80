import { DASHBOARD_API_VERSION, DASHBOARD_V1_API_VERSIONS, isRecord, type Resource } from '@binnacle/model';
import { type Json, object, text } from './fields.ts';

const GROUP = 'dashboard.grafana.app/';
/** What Grafana takes for the name of a dashboard. */
const UID = /^[a-zA-Z0-9_-]{1,40}$/;

/** A uid that is allowed: the dashboard's own, or one made of its title or of a file's name. */
function nameOf(spec: Json, fallback: string): string {
  const own = text(spec, 'uid');
  if (own !== undefined && UID.test(own)) return own;
  const made = (text(spec, 'title') ?? fallback)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return made === '' ? 'dashboard' : made;
}

function isClassicSpec(value: Json): boolean {
  return Array.isArray(value['panels']) || Array.isArray(value['rows']) || typeof value['schemaVersion'] === 'number';
}

function isV2Spec(value: Json): boolean {
  return isRecord(value['elements']) && isRecord(value['layout']);
}

function resource(
  spec: Json,
  metadata: { readonly name: string; readonly folder?: string | undefined },
  isV2: boolean,
): Resource {
  const { name, folder } = metadata;
  return {
    apiVersion: isV2 ? DASHBOARD_API_VERSION : (DASHBOARD_V1_API_VERSIONS[0] ?? ''),
    kind: 'Dashboard',
    metadata: { name, ...(folder !== undefined && { annotations: { 'grafana.app/folder': folder } }) },
    spec,
  };
}

/** The envelope of Grafana's `/apis`, of any version it has had. */
function fromEnvelope(value: Json): Resource | undefined {
  const version = text(value, 'apiVersion') ?? '';
  if (!version.startsWith(GROUP) || !isRecord(value['spec'])) return undefined;
  const [spec, metadata] = [value['spec'], object(value, 'metadata')];
  const isV2 = isV2Spec(spec) || version.startsWith(`${GROUP}v2`);
  const name = text(metadata, 'name') ?? nameOf(spec, 'dashboard');
  const made = resource(isV2 ? currentV2(spec) : spec, { name }, isV2);
  const [annotations, labels] = [texts(object(metadata, 'annotations')), texts(object(metadata, 'labels'))];
  return { ...made, metadata: { name, annotations, labels } };
}

function texts(from: Json): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(from).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** A query's plugin was its `kind` before it became its `group`. */
function currentQuery(query: Json): Json {
  const reference = object(query, 'datasource');
  if (query['kind'] === 'DataQuery' || typeof query['kind'] !== 'string') return query;
  const name = text(reference, 'uid') ?? text(reference, 'name');
  return {
    kind: 'DataQuery',
    group: text(reference, 'type') ?? query['kind'],
    version: 'v0',
    ...(name !== undefined && { datasource: { name } }),
    spec: isRecord(query['spec']) ? query['spec'] : {},
  };
}

/** A spec of v2alpha1 or v2beta1 as v2 writes it: the plugin of a visualisation or transformation was its `kind`. */
function currentV2(spec: Json): Json {
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change);
    if (!isRecord(value)) return value;
    const changed: Json = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
    const [viz, query] = [changed['vizConfig'], changed['query']];
    if (isRecord(viz) && viz['kind'] !== 'VizConfig' && typeof viz['kind'] === 'string') {
      const own = object(viz, 'spec');
      const version = text(viz, 'version') ?? text(own, 'pluginVersion') ?? '';
      const { pluginVersion: _, ...rest } = own;
      return { ...changed, vizConfig: { kind: 'VizConfig', group: viz['kind'], version, spec: rest } };
    }
    if (isRecord(query)) {
      const reference = isRecord(changed['datasource']) ? { ...query, datasource: changed['datasource'] } : query;
      const { datasource: _, ...rest } = changed;
      return { ...rest, query: currentQuery(reference) };
    }
    return changed;
  };
  const changed = change(spec);
  return isRecord(changed) ? changed : spec;
}

/**
 * The dashboard in a JSON file, however it was saved: a resource, a classic dashboard by itself, one exported for others, or
 * an answer of Grafana's older API. `fallback` names one that has neither uid nor title. Undefined for anything else.
 */
export function recognise(value: unknown, fallback: string): Resource | undefined {
  if (!isRecord(value)) return undefined;
  const enveloped = fromEnvelope(value);
  if (enveloped !== undefined) return enveloped;
  const inner = value['dashboard'];
  if (isRecord(inner) && (isClassicSpec(inner) || isV2Spec(inner))) {
    const folder = text(object(value, 'meta'), 'folderUid') ?? text(value, 'folderUid');
    return resource(inner, { name: nameOf(inner, fallback), folder }, isV2Spec(inner));
  }
  if (isV2Spec(value)) return resource(value, { name: nameOf(value, fallback) }, true);
  return isClassicSpec(value) ? resource(value, { name: nameOf(value, fallback) }, false) : undefined;
}
