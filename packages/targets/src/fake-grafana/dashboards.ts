import { isRecord } from '@binnacle/model';
import type { Cause } from './answer.ts';

type Spec = Readonly<Record<string, unknown>>;

/** Newest schema of the classic shape: older specs are brought up to it when they are written. */
const SCHEMA_VERSION = 42;
const SERVERS_OWN = new Set(['id', 'uid', 'version']);
const V2_FIELDS = new Set([
  'title',
  'description',
  'tags',
  'annotations',
  'cursorSync',
  'editable',
  'elements',
  'layout',
  'links',
  'liveNow',
  'preload',
  'revision',
  'timeSettings',
  'variables',
  'preferences',
]);

/** True for the versions of the v2 shape. */
function isV2(version: string): boolean {
  return version.startsWith('v2');
}

/** Texts that a plain check refuses before any schema is looked at. */
export function basicProblem(spec: Spec): string | undefined {
  const { title, refresh } = spec;
  if (title === undefined || title === '') return 'Dashboard title cannot be empty';
  if (typeof title === 'string' && title.length > 5000)
    return 'Dashboard title cannot contain more than 5 000 characters';
  if (refresh === '1s') return 'Dashboard refresh interval is too low';
  return undefined;
}

/** Fields of the wrong type, as the server's schema of a version names them. */
export function schemaCauses(spec: Spec, version: string): Cause[] {
  if (version === 'v0alpha1') return [];
  const expected: Readonly<Record<string, string>> = isV2(version)
    ? { title: 'string', editable: 'boolean', elements: 'object', tags: 'array', variables: 'array', layout: 'object' }
    : { title: 'string', editable: 'boolean', panels: 'array', tags: 'array', schemaVersion: 'number' };
  return Object.entries(expected).flatMap(([field, type]) => {
    const value = spec[field];
    const found = Array.isArray(value) ? 'array' : typeof value;
    if (value === undefined || found === type) return [];
    return [{ field: `spec.${field}`, message: `Invalid value: ${JSON.stringify(value)}: must be of type ${type}` }];
  });
}

/** Fields that the server does not know: it warns of them. */
export function unknownFields(spec: Spec, version: string): string[] {
  return isV2(version) ? Object.keys(spec).filter((key) => !V2_FIELDS.has(key)) : [];
}

function migratedPanel(panel: unknown): unknown {
  if (!isRecord(panel)) return panel;
  const { datasource } = panel;
  return {
    ...panel,
    ...(panel['type'] === 'graph' && { type: 'timeseries' }),
    ...(typeof datasource === 'string' && { datasource: { uid: datasource } }),
  };
}

/** What is stored for a spec: without the server's own fields, and with the newest schema. */
export function storedSpec(spec: Spec, version: string): Spec {
  if (isV2(version)) return { ...spec, layout: spec['layout'] ?? { kind: 'GridLayout', spec: { items: [] } } };
  const kept = Object.fromEntries(Object.entries(spec).filter(([key]) => !SERVERS_OWN.has(key)));
  const { schemaVersion, panels } = spec;
  if (version === 'v0alpha1' || (typeof schemaVersion === 'number' && schemaVersion >= SCHEMA_VERSION)) return kept;
  return {
    ...kept,
    schemaVersion: SCHEMA_VERSION,
    ...(Array.isArray(panels) && { panels: panels.map(migratedPanel) }),
  };
}

/** A spec as another version shows it: of a conversion between the shapes only the title and the tags survive here. */
export function convertedSpec(spec: Spec, from: string, to: string): Spec {
  if (isV2(from) === isV2(to)) return spec;
  const kept = { title: spec['title'], tags: spec['tags'] ?? [] };
  return isV2(to)
    ? { ...kept, elements: {}, layout: { kind: 'GridLayout', spec: { items: [] } } }
    : { ...kept, schemaVersion: SCHEMA_VERSION, panels: [] };
}
