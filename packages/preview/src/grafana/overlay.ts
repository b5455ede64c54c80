import { isDashboardV2, isDashboardV1, isRecord, type Resource, withoutSource } from '@binnacle/model';
import { toV2 } from '../classic/to-v2.ts';
import { dashboardsOf } from '../project/project-on-page.ts';

/** The classic JSON of a dashboard in the v2 shape. */
export type ToClassic = (dashboard: Resource) => Readonly<Record<string, unknown>>;

const NEW_API = /^\/apis\/dashboard\.grafana\.app\/(v\d\w*)\/namespaces\/[^/]+\/dashboards\/([\w-]+)(\/dto)?$/;
const OLD_API = /^\/api\/dashboards\/uid\/([\w-]+)$/;

/** What a reader of a preview may do with a dashboard: look at it, and try changes that are not kept. */
const ACCESS = { canSave: false, canEdit: true, canAdmin: false, canStar: false, canDelete: false, canShare: false };

/** A title as Grafana writes it into addresses. */
function slugOf(title: string): string {
  const plain = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return plain.replaceAll(/^-|-$/g, '') || 'dashboard';
}

function titleOf({ spec, metadata }: Resource): string {
  return isRecord(spec) && typeof spec['title'] === 'string' ? spec['title'] : metadata.name;
}

function classicOf(dashboard: Resource, toClassic: ToClassic): Readonly<Record<string, unknown>> {
  if (!isDashboardV1(dashboard)) return toClassic(dashboard);
  return isRecord(dashboard.spec) ? dashboard.spec : {};
}

/** Grafana writes these itself and the page expects them; the folder is left out, as it may not be there yet. */
function metadataOf({ metadata }: Resource, generation: number): Readonly<Record<string, unknown>> {
  return {
    name: metadata.name,
    uid: metadata.name,
    namespace: 'default',
    generation,
    resourceVersion: String(generation),
    creationTimestamp: '1970-01-01T00:00:00Z',
    annotations: {},
    labels: metadata.labels ?? {},
  };
}

/**
 * What a Grafana answers for a dashboard of the project, whether it has it or not; undefined for everything that is not one
 * of them. `generation` grows with each load of the definitions.
 */
export function overlaid(
  path: string,
  resources: readonly Resource[],
  { toClassic, generation }: { readonly toClassic: ToClassic; readonly generation: number },
): Readonly<Record<string, unknown>> | undefined {
  const [, version, name, dto] = NEW_API.exec(path) ?? [];
  const uid = name ?? OLD_API.exec(path)?.[1];
  const dashboard = dashboardsOf(resources).find(({ metadata }) => metadata.name === uid);
  if (uid === undefined || dashboard === undefined) return undefined;
  const slug = slugOf(titleOf(dashboard));
  const access = { ...ACCESS, slug, url: `/d/${uid}/${slug}` };
  if (version === undefined) {
    const classic = { ...classicOf(dashboard, toClassic), uid, id: null, version: generation };
    return { dashboard: classic, meta: { type: 'db', isFolder: false, version: generation, folderUid: '', ...access } };
  }
  const isNew = version.startsWith('v2');
  const v2 = (): unknown => withoutSource(isDashboardV2(dashboard) ? dashboard : toV2(dashboard).resource).spec;
  return {
    kind: dto === undefined ? 'Dashboard' : 'DashboardWithAccessInfo',
    apiVersion: `dashboard.grafana.app/${version}`,
    metadata: metadataOf(dashboard, generation),
    spec: isNew ? v2() : classicOf(dashboard, toClassic),
    ...(dto !== undefined && { access }),
  };
}
