import { isRecord } from '../../record.ts';
import { FOLDER_ANNOTATION, type Resource } from '../../resource.ts';

/** What a server keeps in the spec for itself: identity and history, and the version of the classic shape it migrates to. */
const SERVERS_OWN = new Set(['id', 'uid', 'version', 'iteration', 'schemaVersion', 'gnetId']);
/** What the schemas of both shapes say an absent member means. Source: the SDK's defaults of a dashboard's spec. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  cursorSync: 'Off',
  editable: true,
  fiscalYearStartMonth: 0,
  graphTooltip: 0,
  liveNow: false,
  preload: false,
};

/** Data without what says nothing: null, and lists and objects with nothing in them. */
function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned);
  if (!isRecord(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    const inner = pruned(member);
    const isEmpty =
      inner === null || inner === undefined || (typeof inner === 'object' && Object.keys(inner).length === 0);
    if (!isEmpty) kept[key] = inner;
  }
  return kept;
}

/** A dashboard's spec without what Grafana fills in, and the folder it is in. */
export function dashboardSubstance({ spec, metadata, apiVersion }: Resource): unknown {
  const own = isRecord(spec)
    ? Object.fromEntries(
        Object.entries(spec).filter(([key, value]) => !SERVERS_OWN.has(key) && DEFAULTS[key] !== value),
      )
    : spec;
  const shape = apiVersion.endsWith('/v2') ? 'v2' : 'classic';
  const folder = metadata.annotations?.[FOLDER_ANNOTATION];
  return { shape, spec: pruned(own), ...(folder !== undefined && folder !== '' && { folder }) };
}
