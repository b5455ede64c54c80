// The same company made by jsonnet: constant parts of a panel come from what Binnacle emits, so that both make the same data.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { fileURLToPath } from 'node:url';
import { once } from './measure.mjs';

const PROGRAM = fileURLToPath(new URL('company.jsonnet', import.meta.url));

export const hasJsonnet = spawnSync('jsonnet', ['--version']).error === undefined;

const omit = (object, ...keys) => Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

function defaultsFrom(dashboard) {
  const { spec } = dashboard;
  const viz = (key) => spec.elements[key].spec.vizConfig;
  const { options, fieldConfig } = viz('requests').spec;
  const base = {
    ...viz('requests'),
    spec: {
      options: omit(options, 'legend'),
      fieldConfig: { defaults: omit(fieldConfig.defaults, 'unit', 'min'), overrides: [] },
    },
  };
  const own = (key) => omit(viz(key).spec.fieldConfig.defaults, ...Object.keys(base.spec.fieldConfig.defaults));
  const places = spec.layout.spec.rows.flatMap((row) =>
    row.spec.layout.spec.items.map(({ spec: item }) => [item.element.name, omit(item, 'element')]),
  );
  return {
    places: Object.fromEntries(places),
    outcomeColours: viz('cart-calls').spec.fieldConfig.overrides,
    timeseries: base,
    stat: viz('in-flight'),
    tableLegend: viz('requests').spec.options.legend,
    hiddenLegend: viz('errors').spec.options.legend,
    share: own('errors'),
    seconds: own('latency'),
    calls: own('cart-calls'),
    link: omit(spec.links[0], 'title', 'url', 'icon'),
    dashboard: omit(spec, 'title', 'description', 'tags', 'links', 'elements', 'layout'),
  };
}

/** Prepares the run from a dashboard Binnacle built. @returns what makes `count` services into `folder`, timed. */
export function jsonnet(built, folder) {
  const ids = Object.fromEntries(Object.entries(built.spec.elements).map(([key, { spec }]) => [key, spec.id]));
  return (count) => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const ext = { ids: JSON.stringify(ids), defaults: JSON.stringify(defaultsFrom(built)), count };
    const flags = Object.entries(ext).flatMap(([name, value]) => ['--ext-str', `${name}=${value}`]);
    return once('jsonnet', ['-m', folder, ...flags, PROGRAM]);
  };
}

/** Fails unless jsonnet made the same dashboard and rules as Binnacle. */
export function assertSame(folder, id, { dashboard, groups }) {
  const read = (name) => JSON.parse(readFileSync(join(folder, `${id}.${name}.json`), 'utf8'));
  if (!isDeepStrictEqual(read('dashboard'), dashboard))
    throw new Error(`${id}: jsonnet made another dashboard than Binnacle`);
  if (!isDeepStrictEqual(read('rules').groups, groups))
    throw new Error(`${id}: jsonnet made other rules than Binnacle`);
}
