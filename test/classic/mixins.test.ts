import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dashboardView, type DashboardSpec, type PanelView, validateOne } from '@binnacle/model';
import { recognise, toV2 } from '@binnacle/preview';
import { toClassic } from '@binnacle/targets';

const MIXINS = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus', 'mixins');
const FILES = existsSync(MIXINS)
  ? readdirSync(MIXINS, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .toSorted()
  : [];

/** What is wrong in the files themselves. Grafana forgives it, and so does the preview. */
const FORGIVEN: readonly RegExp[] = [
  /^'fields' is "", not an array$/,
  /^'mode' is "value"$/,
  /^'' cannot be the name of a variable$/,
  /^'expr' is missing$/,
  /^'withTransforms' is missing$/,
  / repeats by 'node', which is no variable here$/,
];
/** Panels that became those of another plugin, and so have other options. One that has no width gets one. */
const SUCCEEDED = new Set(['graph', 'singlestat', 'table-old', 'grafana-piechart-panel']);

interface Written {
  readonly schemaVersion: number;
  readonly panels?: readonly WrittenPanel[];
  readonly rows?: readonly { readonly panels?: readonly WrittenPanel[] }[];
}
interface WrittenPanel {
  readonly type?: string;
  readonly panels?: readonly WrittenPanel[];
}

function opened(file: string) {
  const content: unknown = JSON.parse(readFileSync(join(MIXINS, file), 'utf8'));
  const resource = recognise(content, basename(file, '.json'));
  if (resource === undefined) throw new Error(`${file} holds no dashboard`);
  return { resource, spec: resource.spec as Written };
}

function count(panels: readonly WrittenPanel[] = []): number {
  return panels.reduce((sum, panel) => sum + (panel.type === 'row' ? count(panel.panels) : 1), 0);
}

/** What a viewer sees of a panel, as text. Queries may be without a name, and variables of datasources written in two ways. */
function seen({ title, plugin, queries, unit, thresholds, place }: PanelView): string {
  const asked = queries.map(({ refId, text, legend, datasource }, i) => [
    refId === '' ? String.fromCharCode(65 + i) : refId,
    text,
    legend,
    datasource.replace(/^\$(\w+)$/, '${$1}'),
  ]);
  const { section, box } = place;
  return JSON.stringify([title, plugin, asked, unit, thresholds.steps, section?.title, box?.width, box?.height]);
}

const skipped = FILES.length === 0 ? ' (no ../shared/corpus)' : '';

describe.skipIf(FILES.length === 0)(`the dashboards of 53 mixins in the v2 shape${skipped}`, () => {
  it.each(FILES)('%s is valid, and every panel is in it', (file) => {
    const { resource, spec } = opened(file);
    const made = toV2(resource);
    const wrong = validateOne(made.resource)
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => message)
      .filter((message) => !FORGIVEN.some((known) => known.test(message)));
    expect(wrong).toEqual([]);
    const rows = (spec.rows ?? []).reduce((sum, row) => sum + count(row.panels), 0);
    expect(dashboardView(made.resource).panels).toHaveLength(count(spec.panels) + rows);
  });

  it.each(FILES.filter((file) => opened(file).spec.schemaVersion >= 36))(
    '%s is the same when it is made classic again',
    (file) => {
      const { resource } = opened(file);
      const made = toV2(resource).resource;
      const { dashboard } = toClassic(made.spec as DashboardSpec, { uid: resource.metadata.name });
      const [before, after] = [resource, { ...resource, spec: dashboard }].map((one) => dashboardView(one).panels);
      const same = (before ?? []).filter(({ plugin, place }) => !SUCCEEDED.has(plugin) && place.box?.width !== 0);
      const found = new Set((after ?? []).map(seen));
      expect(same.map(seen).filter((panel) => !found.has(panel))).toEqual([]);
      expect(same.length).toBeGreaterThan(0);
    },
  );
});
