import type { Environment, Resource } from '@binnacle/model';
import { beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from './cache/file-record.ts';
import { openResourceMemo } from './cache/resource-memo.ts';
import { openStore, type Store } from './cache/store.ts';
import { emissions, NOWHERE, type Destination } from './emissions.ts';
import { examine } from './examine.ts';
import { dashboard, production, rules, service } from './fixtures/company.ts';
import { folderWith } from './fixtures/folder.ts';

/** What a run came to: its findings and the hash of every file. */
interface Result {
  readonly findings: readonly string[];
  readonly files: ReadonlyMap<string, string>;
  /** Files that were made and not only kept, without those that stand for all. */
  readonly made: readonly string[];
}

let store: Store;
let onDisk: ReadonlyMap<string, string>;
beforeEach(() => {
  store = openStore(folderWith({}));
  onDisk = new Map();
});

async function run(
  resources: readonly Resource[],
  environment: Environment,
  { isRemembered, isCheck = false }: { readonly isRemembered: boolean; readonly isCheck?: boolean },
): Promise<Result> {
  const digestOf = (resource: Resource): string | undefined =>
    resources.includes(resource) ? sha256(JSON.stringify(resource)) : undefined;
  const memo = openResourceMemo(isRemembered ? store : undefined, { context: 'same', digestOf });
  const files = new Map<string, string>();
  const made: string[] = [];
  const folder: Destination = {
    put(path, content) {
      files.set(path, sha256(content));
      if (!/provider|catalog-info/.test(path)) made.push(path.replace('production/', ''));
      return { hash: sha256(content) };
    },
    keep(given) {
      if (!given.every(([path, hash]) => onDisk.get(path) === hash)) return false;
      for (const [path, hash] of given) files.set(path, hash);
      return true;
    },
  };
  const { findings } = examine(resources, [environment], memo);
  const to = isCheck ? NOWHERE : folder;
  const emitted = await emissions(resources, [environment], { memo, to, onEnvironment: () => undefined });
  memo.save('whole');
  return { findings: [...findings, ...emitted].map((found) => JSON.stringify(found)).toSorted(), files, made };
}

/** Builds with what was remembered, which must come to the same as without; gives what had to be made. */
async function build(resources: readonly Resource[], environment = production): Promise<readonly string[]> {
  const remembered = await run(resources, environment, { isRemembered: true });
  const fresh = await run(resources, environment, { isRemembered: false });
  expect(remembered.findings).toEqual(fresh.findings);
  expect(new Map(remembered.files)).toEqual(new Map(fresh.files));
  onDisk = remembered.files;
  return remembered.made;
}

const shop = service('shop', ['shop_orders_total']);
const search = service('search');
const board = dashboard('board', 'shop', 'rate(shop_orders_total[5m])');
const alerts = rules('alerts', 'shop', 'sum(alerts:things:sum) > 1', 'sum(rate(shop_orders_total[5m]))');
const COMPANY = [board, alerts, shop, search];
const RULES = ['operator/alerts.yaml', 'prometheus/alerts.yaml'];
const BOARD = ['grafana/dashboards/board.json', 'grafana-classic/board.json'];
const servicesOf = (name: string): string[] => [
  `backstage/component/${name}.yaml`,
  `datadog/v3/${name}.yaml`,
  `datadog/v2.2/${name}.yaml`,
];

const folder = (title: string): Resource => ({
  apiVersion: 'folder.grafana.app/v1',
  kind: 'Folder',
  metadata: { name: 'f' },
  spec: { title },
});

describe('what is made again', () => {
  it('nothing when nothing changed', async () => {
    await build(COMPANY);
    expect(await build(COMPANY)).toEqual([]);
  });

  it('the files of the resource that changed', async () => {
    await build(COMPANY);
    expect(await build([dashboard('board', 'shop', 'shop_orders_total'), alerts, shop, search])).toEqual(BOARD);
    await build(COMPANY);
    expect(await build([board, rules('alerts', 'shop', 'up == 0', 'sum(up)'), shop, search])).toEqual(RULES);
  });

  it('alerts when their dashboard has another name, and the catalog that links to it', async () => {
    await build(COMPANY);
    const renamed = dashboard('other', 'shop', 'rate(shop_orders_total[5m])');
    expect(await build([renamed, alerts, shop, search])).toEqual(
      expect.arrayContaining([...RULES, ...servicesOf('shop')]),
    );
  });

  it('services that depend on one that is of another kind now', async () => {
    const needy = service('needy', [], { dependsOn: ['search'] });
    await build([needy, search]);
    expect(await build([needy, service('search', [], { kind: 'datastore' })])).toEqual(
      expect.arrayContaining(servicesOf('needy')),
    );
  });

  it('a dashboard whose folder has another title', async () => {
    const inFolder = dashboard('board', 'shop', 'up', { 'grafana.app/folder': 'f' });
    await build([inFolder, folder('One'), shop]);
    expect(await build([inFolder, folder('Two'), shop])).toContain('grafana-classic/Two/board.json');
  });

  it.each<[string, Partial<Environment>]>([
    ['labels', { labels: { region: 'eu' } }],
    ['targets', { targets: ['prometheus', 'grafana'] }],
    ['the version of Prometheus', { prometheus: { ...production.prometheus, version: '2.42' } }],
    ['datasources', { datasources: { metrics: { uid: 'prom-2', type: 'prometheus', default: true } } }],
  ])('everything for an environment with other %s', async (_what, over) => {
    await build(COMPANY);
    expect(await build(COMPANY, { ...production, ...over })).toContain('prometheus/alerts.yaml');
  });

  it('a file that is no longer there as it was written', async () => {
    await build(COMPANY);
    onDisk = new Map([...onDisk].filter(([path]) => !path.endsWith('prometheus/alerts.yaml')));
    expect(await build(COMPANY)).toEqual(RULES);
  });

  it('what a check has only looked at', async () => {
    await run(COMPANY, production, { isRemembered: true, isCheck: true });
    expect(await build(COMPANY)).toEqual(expect.arrayContaining([...BOARD, ...RULES, ...servicesOf('shop')]));
  });
});

describe('what is found again', () => {
  it('in a dashboard, when a service or a record it uses is another', async () => {
    expect.hasAssertions();
    await build(COMPANY);
    await build([board, alerts, service('shop', ['shop_order_total']), search]);
    await build([board, rules('alerts', 'shop', 'up == 0'), shop, search]);
  });

  it('on a path that a new resource wants too', async () => {
    expect.hasAssertions();
    await build(COMPANY);
    await build([...COMPANY, rules('Alerts', 'search', 'up == 0')]);
    await build(COMPANY);
  });

  it('between resources, which is looked at each time', async () => {
    expect.hasAssertions();
    await build(COMPANY);
    await build([board, alerts, search]);
    await build([...COMPANY, service('shop')]);
  });
});
