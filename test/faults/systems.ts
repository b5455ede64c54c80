import { type DestinationId, isRecord, type Resource, toJson } from '@binnacle/model';
import { createFakeGrafana } from '@binnacle/targets/fake-grafana';
import { createFakeMimirAlertmanager } from '../../packages/targets/src/fixtures/fake-alertmanager.ts';
import { fakeDatadog } from '../../packages/targets/src/fixtures/fake-datadog.ts';
import { fakeHealthchecks } from '../../packages/targets/src/fixtures/fake-healthchecks.ts';
import { createFakeRuler } from '../../packages/targets/src/fixtures/fake-ruler.ts';
import {
  alertmanagerConfig,
  dashboard,
  folder,
  group,
  healthCheck,
  rules,
  service,
} from '../../packages/targets/src/fixtures/resources.ts';

/** What can be put back as it was. */
export interface Kept {
  /** Everything there, whoever made it, one text each: what is there twice is listed twice. */
  readonly content: () => readonly string[];
  /** Remembers what is there now; gives what puts it back. */
  readonly save: () => () => void;
}

/** A running system with something in it that is not ours. */
export interface System extends Kept {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A kind of system that a push with faults goes to. */
export interface Subject {
  /** Name of the row. */
  readonly name: string;
  readonly id: DestinationId;
  /** The destination's settings with the system at `url`. */
  readonly settings: (url: string) => Readonly<Record<string, unknown>>;
  /** Environment variables with the secrets. */
  readonly env: Readonly<Record<string, string>>;
  readonly open: () => Promise<System>;
}

const COUNTED = new Set([
  'resourceVersion',
  'uid',
  'id',
  'updated',
  'creationTimestamp',
  'uuid',
  'ping_url',
  'update_url',
]);

/** How long a request may take: what is never answered is waited for so long. */
const timeout = '700ms';

/** Data without maps, and without what systems count, date and make up: it differs from run to run. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !COUNTED.has(key));
  return Object.fromEntries(kept.map(([key, one]) => [key, plain(one)]));
}

function keptMaps(maps: readonly Map<string, unknown>[]): Kept {
  return {
    content: () => maps.flatMap((map) => [...map].map(([key, value]) => toJson([key, plain(value)]))).toSorted(),
    save: () => {
      const copies = structuredClone(maps);
      return () => {
        for (const [i, map] of maps.entries()) {
          map.clear();
          for (const [key, value] of structuredClone(copies[i] ?? new Map())) map.set(key, value);
        }
      };
    },
  };
}

/** Sends what somebody else would. */
async function send(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<void> {
  const { status } = await fetch(url, { method: 'POST', headers, body });
  if (status >= 300) throw new Error(`${url} answered ${status}`);
}

const theirs = (uid: string): string => JSON.stringify({ metadata: { name: uid }, spec: { title: 'Theirs' } });

const grafana: Subject = {
  name: 'grafana',
  id: 'grafana',
  settings: (url) => ({ url, tokenEnv: 'TOKEN', rules: 'provisioning', timeout }),
  env: { TOKEN: 'test-token' },
  open: async () => {
    const fake = await createFakeGrafana();
    const headers = { authorization: 'Bearer test-token', 'content-type': 'application/json' };
    const apis = (kind: string, version: string): string =>
      `${fake.url}/apis/${kind}.grafana.app/${version}/namespaces/default/${kind}s`;
    await send(apis('folder', 'v1'), headers, theirs('theirs'));
    await send(apis('dashboard', 'v2'), headers, theirs('vault'));
    const { folders, dashboards, rules: held } = fake.organisation();
    return { url: fake.url, close: fake.close, ...keptMaps([folders, dashboards, held]) };
  },
};

const mimir: Subject = {
  name: 'mimir',
  id: 'mimir',
  settings: (url) => ({ url, tenant: 'shop', timeout }),
  env: {},
  open: async () => {
    const fake = await createFakeRuler({ program: 'mimir' });
    const headers = { 'x-scope-orgid': 'shop' };
    await send(`${fake.url}/prometheus/config/v1/rules/bank`, headers, JSON.stringify(group('theirs')));
    return { url: fake.url, close: fake.close, ...keptMaps([fake.tenants]) };
  },
};

const alertmanager: Subject = {
  name: 'alertmanager (Mimir)',
  id: 'alertmanager',
  settings: (url) => ({ url, api: 'mimir', tenant: 'shop', timeout }),
  env: { PAGERDUTY_KEY: 'R0123456789abcdef' },
  open: async () => {
    const fake = await createFakeMimirAlertmanager();
    const theirConfig = JSON.stringify({ alertmanager_config: 'route: {receiver: x}\nreceivers: [{name: x}]\n' });
    await send(`${fake.url}/api/v1/alerts`, { 'x-scope-orgid': 'bank' }, theirConfig);
    return { url: fake.url, close: fake.close, ...keptMaps([fake.tenants]) };
  },
};

const datadog: Subject = {
  name: 'datadog',
  id: 'datadog',
  settings: (url) => ({ url, timeout }),
  env: { DD_API_KEY: 'a'.repeat(32), DD_APP_KEY: 'b'.repeat(40) },
  open: async () => {
    const fake = await fakeDatadog();
    const entity = { apiVersion: 'v3', kind: 'service', metadata: { name: 'theirs', description: 'By hand' } };
    await send(`${fake.url}/api/v2/catalog/entity`, fake.keys, JSON.stringify(entity));
    return { url: fake.url, close: fake.close, ...keptMaps([fake.entities, fake.definitions]) };
  },
};

const healthchecks: Subject = {
  name: 'healthchecks',
  id: 'healthchecks',
  settings: (url) => ({ url, channels: ['*'], timeout }),
  env: { HEALTHCHECKS_API_KEY: 'hcw_0123456789abcdef' },
  open: async () => {
    const fake = await fakeHealthchecks();
    const check = { name: 'By hand', slug: 'theirs', timeout: 3600, grace: 60 };
    await send(`${fake.url}/api/v3/checks/`, { 'x-api-key': fake.key }, JSON.stringify(check));
    return {
      url: fake.url,
      close: fake.close,
      content: () => fake.checks.map((one) => toJson(plain(one))).toSorted(),
      save: () => {
        const copy = structuredClone(fake.checks);
        return () => void fake.checks.splice(0, Infinity, ...structuredClone(copy));
      },
    };
  },
};

/** Every system of the table, in the order in which a push goes through them. */
export const SUBJECTS: readonly Subject[] = [alertmanager, datadog, grafana, healthchecks, mimir];

function inShop<R extends Resource>(resource: R): R {
  return { ...resource, metadata: { ...resource.metadata, annotations: { 'grafana.app/folder': 'shop' } } };
}

/** What is pushed before, to all of the systems. */
export const BEFORE: readonly Resource[] = [
  folder('shop', 'Shop'),
  dashboard('changed', { title: 'A' }),
  dashboard('old'),
  inShop(rules('checkout', [group('changed')])),
  inShop(rules('old', [group('old', { rules: [{ record: 'job:old:sum', expr: 'sum by (job) (old)' }] })])),
  alertmanagerConfig('main'),
  service('checkout'),
  service('old'),
  healthCheck('checkout-nightly'),
  healthCheck('old'),
];

/** What the struck push makes of it: something created, something changed and something deleted in each system. */
export const AFTER: readonly Resource[] = [
  folder('shop', 'Shop'),
  dashboard('changed', { title: 'B' }),
  inShop(dashboard('new')),
  inShop(rules('checkout', [group('changed', { interval: '2m' })])),
  inShop(rules('new', [group('new', { rules: [{ record: 'job:new:sum', expr: 'sum by (job) (new)' }] })])),
  alertmanagerConfig('main', { route: { receiver: 'unowned', routes: [] } }),
  service('checkout', { tier: 1 }),
  service('basket'),
  healthCheck('checkout-nightly', { grace: '1h' }),
  healthCheck('checkout-hourly', { period: '1h' }),
];
