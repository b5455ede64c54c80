import type { AlertmanagerConfigResource, Resource } from '@binnacle/model';
import pLimit from 'p-limit';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createFakeGrafana, type FakeGrafana, type FakeGrafanaOptions } from '../../../fake-grafana/fake-grafana.ts';
import type { Fault } from '../../../fake-grafana/faults.ts';
import { DEFAULT_POLICIES } from '../../../fake-grafana/organisation.ts';
import { destinationContract } from '../../../fixtures/contract.ts';
import { production } from '../../../fixtures/environment.ts';
import { rawClient } from '../../../fixtures/grafana-server.ts';
import { having, matching } from '../../../fixtures/matching.ts';
import { push } from '../../../fixtures/push.ts';
import { alertmanagerConfig } from '../../../fixtures/resources.ts';
import type { Connection } from '../../destination.ts';
import { grafana } from '../grafana.ts';

// Waits between attempts are tested beside the client.
vi.mock('../../../http/retry.ts', async (original) => ({ ...(await original()), waitBefore: () => 0 }));

const OWNER = { project: 'shop', environment: 'production' };
const KEY = 'R0123456789abcdef';
const BASE = '/api/v1/provisioning';

interface Settings {
  readonly allowEdits?: boolean;
  readonly key?: string;
  readonly project?: string;
  readonly signal?: AbortSignal;
}

function connect(
  url: string,
  { allowEdits = false, key = KEY, project = 'shop', signal }: Settings = {},
): Promise<Connection> {
  return grafana.connect({
    settings: { url, tokenEnv: 'GRAFANA_TOKEN', notifications: 'provisioning', timeout: '400ms', allowEdits },
    environment: production,
    owner: { ...OWNER, project },
    secrets: (name) => ({ GRAFANA_TOKEN: 'test-token', PAGERDUTY_KEY: key })[name],
    root: '/somewhere',
    ...(signal !== undefined && { signal }),
  });
}

const mail = (name: string, to = 'shop@example.com') => ({ name, email_configs: [{ to }] });
const night = (start: string) => ({
  name: 'night',
  time_intervals: [{ times: [{ start_time: start, end_time: '23:00' }] }],
});
const config = (over: Partial<AlertmanagerConfigResource['spec']> = {}): AlertmanagerConfigResource =>
  alertmanagerConfig('main', {
    route: {
      receiver: 'unowned',
      group_by: ['alertname', 'team'],
      group_wait: '60s',
      routes: [{ receiver: 'payments', matchers: ['team="payments"'], mute_time_intervals: ['night'], continue: true }],
    },
    receivers: [mail('unowned'), { name: 'payments', pagerduty_configs: [{ routing_key: '${PAGERDUTY_KEY}' }] }],
    time_intervals: [night('22:00')],
    template_files: { greeting: '{{ define "greeting" }}hi{{ end }}' },
    ...over,
  });

/** A connection that sees one kind of parts, so that a configuration becomes one object. */
function only(connection: Connection, kind: string, name: RegExp): Connection {
  const isSeen = ({ kind: own, metadata }: Resource): boolean => own === kind && name.test(metadata.name);
  return {
    ...connection,
    desired: (resources) => ({
      resources: resources.flatMap((one) => connection.desired([one]).resources).filter(isSeen),
      diagnostics: [],
    }),
    list: async (wanted) => (await connection.list(wanted)).filter(({ resource }) => isSeen(resource)),
  };
}

const PARTS: readonly {
  readonly kind: string;
  readonly name: RegExp;
  readonly one: Resource;
  readonly changed: Resource;
  readonly other?: Resource;
  /** Path, and what somebody else would send there. */
  readonly edit: readonly [method: string, path: string, body: object];
  readonly foreign: readonly [method: string, path: string, body: object];
  readonly isThere: (fake: FakeGrafana, resource: Resource) => boolean;
}[] = [
  {
    kind: 'ContactPoint',
    name: /^(one|other)\./,
    one: config({ receivers: [mail('one')] }),
    changed: config({ receivers: [mail('one', 'new@example.com')] }),
    other: config({ receivers: [mail('other')] }),
    edit: ['PUT', 'contact-points/UID', { name: 'one', type: 'email', settings: { addresses: 'hand@example.com' } }],
    foreign: [
      'POST',
      'contact-points',
      { name: 'other', type: 'email', settings: { addresses: 'theirs@example.com' } },
    ],
    isThere: (fake, resource) =>
      [...fake.organisation().contactPoints.values()].some(({ name }) =>
        JSON.stringify(resource.spec).includes(`"${name}"`),
      ),
  },
  {
    kind: 'NotificationPolicy',
    name: /./,
    one: config({
      route: { receiver: 'grafana-default-email', group_by: ['team'] },
      receivers: [mail('grafana-default-email')],
    }),
    changed: config({
      route: { receiver: 'grafana-default-email', group_by: ['job'] },
      receivers: [mail('grafana-default-email')],
    }),
    edit: ['PUT', 'policies', { receiver: 'grafana-default-email', routes: [{ receiver: 'grafana-default-email' }] }],
    foreign: [
      'PUT',
      'policies',
      { receiver: 'grafana-default-email', routes: [{ object_matchers: [['a', '=', 'b']] }] },
    ],
    isThere: (fake) => fake.organisation().policies.get('tree') !== DEFAULT_POLICIES,
  },
  {
    kind: 'MuteTiming',
    name: /./,
    one: config({ time_intervals: [night('22:00')] }),
    changed: config({ time_intervals: [night('21:00')] }),
    other: config({ time_intervals: [{ name: 'day', time_intervals: [] }] }),
    edit: ['PUT', 'mute-timings/night', night('20:00')],
    foreign: ['POST', 'mute-timings', { name: 'day', time_intervals: [{ weekdays: ['monday'] }] }],
    isThere: (fake, { spec }) =>
      [...fake.organisation().muteTimings.keys()].some((name) => JSON.stringify(spec).includes(`"name":"${name}"`)),
  },
  {
    kind: 'NotificationTemplate',
    name: /./,
    one: config({ template_files: { one: 'a' } }),
    changed: config({ template_files: { one: 'b' } }),
    other: config({ template_files: { other: 'c' } }),
    edit: ['PUT', 'templates/one', { template: 'by hand' }],
    foreign: ['PUT', 'templates/other', { template: 'theirs' }],
    isThere: (fake, { spec }) =>
      [...fake.organisation().templates.keys()].some((name) => JSON.stringify(spec).includes(`"${name}":`)),
  },
];

for (const version of ['12.0', '13.2']) {
  for (const { kind, name, one, changed, other, edit, foreign, isThere } of PARTS) {
    destinationContract(`grafana ${version}: ${kind}`, async () => {
      const fake = await createFakeGrafana({ version });
      const raw = rawClient({ url: fake.url, token: 'test-token' });
      const send = async ([method, path, body]: typeof edit): Promise<void> => {
        const uid = [...fake.organisation().contactPoints.keys()].find((key) => key.startsWith('binnacle-')) ?? '';
        const { status, text } = await raw(method, `${BASE}/${path.replace('UID', uid)}`, body);
        if (status >= 300) throw new Error(text);
      };
      return {
        owner: OWNER,
        connection: only(await connect(fake.url), kind, name),
        one,
        changed,
        ...(other !== undefined && { other }),
        edit: () => send(edit),
        addForeign: () => send(foreign),
        exists: async (resource) => isThere(fake, resource),
        close: fake.close,
      };
    });
  }
}

async function open(options: FakeGrafanaOptions = {}) {
  const fake = await createFakeGrafana(options);
  onTestFinished(() => fake.close());
  const connected = async (settings?: Settings): Promise<Connection> => {
    const connection = await connect(fake.url, settings);
    onTestFinished(() => connection.close());
    return connection;
  };
  return { fake, connected };
}

describe('notifications', () => {
  test('a configuration becomes contact points, the tree, mute timings and templates, in the order they need', async () => {
    const { fake, connected } = await open();
    const connection = await connected();
    const pushed = await push(connection, [config()], OWNER);
    expect(pushed).toMatchObject({ failures: [], warnings: [] });
    expect(pushed.changes).toEqual([
      'ContactPoint/payments.pagerduty create',
      'ContactPoint/unowned.email create',
      'MuteTiming/night create',
      'NotificationPolicy/policies create',
      'NotificationTemplate/greeting create',
    ]);
    const { contactPoints, policies } = fake.organisation();
    expect([...contactPoints.values()].find(({ name }) => name === 'payments')).toMatchObject({
      type: 'pagerduty',
      settings: { integrationKey: KEY },
      disableResolveMessage: false,
      provenance: 'api',
    });
    expect(policies.get('tree')).toEqual({
      provenance: 'api',
      tree: {
        receiver: 'unowned',
        group_by: ['alertname', 'team'],
        group_wait: '1m',
        routes: [
          {
            receiver: 'payments',
            object_matchers: [['team', '=', 'payments']],
            mute_time_intervals: ['night'],
            continue: true,
          },
        ],
      },
    });
    await connection.settle?.();
    fake.requests.length = 0;
    expect((await push(await connected(), [config()], OWNER)).changes).toEqual([]);
    expect(fake.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('a secret that Grafana hides is no difference, another one in the environment is', async () => {
    const { fake, connected } = await open();
    await push(await connected(), [config()], OWNER);
    expect((await push(await connected(), [config()], OWNER)).changes).toEqual([]);
    const rotated = await connected({ key: 'R999' });
    expect((await push(rotated, [config()], OWNER)).changes).toEqual(['ContactPoint/payments.pagerduty update']);
    expect(JSON.stringify([...fake.organisation().contactPoints.values()])).toContain('R999');
    const { templates } = fake.organisation();
    expect(JSON.stringify([...templates.values()])).not.toMatch(new RegExp(`${KEY}|R999`));
    await rotated.settle?.();
    expect((await push(await connected({ key: 'R999' }), [config()], OWNER)).changes).toEqual([]);
  });

  test('editable in the browser when asked for, and not changed back without a word', async () => {
    const { fake, connected } = await open();
    await push(await connected({ allowEdits: true }), [config()], OWNER);
    expect(fake.organisation().policies.get('tree')?.provenance).toBe('');
    const locked = await open();
    await push(await locked.connected(), [config()], OWNER);
    const { failures } = await push(
      await locked.connected({ allowEdits: true }),
      [config({ receivers: [mail('unowned', 'x@example.com'), mail('payments')] })],
      OWNER,
    );
    expect(failures).toContainEqual(having({ refusal: 'conflict', fix: matching(/allowEdits/) }));
  });

  test('what another project pushed is not seen, and its tree is adopted only', async () => {
    const { connected } = await open();
    await push(await connected({ project: 'bank' }), [config()], { ...OWNER, project: 'bank' });
    const ours = await connected();
    expect(await ours.list([])).toEqual([]);
    const { resources } = ours.desired([config()]);
    expect((await ours.list(resources)).every(({ stamp }) => stamp === undefined)).toBe(true);
  });

  test('what is gone from the code goes in the order that Grafana needs', async () => {
    const { fake, connected } = await open();
    const connection = await connected();
    await push(connection, [config()], OWNER);
    expect((await push(connection, [], OWNER)).failures).toEqual([]);
    const { contactPoints, muteTimings, policies, templates } = fake.organisation();
    expect([contactPoints.size, muteTimings.size, policies.get('tree')]).toEqual([1, 0, DEFAULT_POLICIES]);
    expect([...templates.keys()]).toEqual(['binnacle shop production']);
  });

  test('a contact point that the tree of somebody else tells stays, and Grafana says why', async () => {
    const { fake, connected } = await open();
    const connection = await connected();
    await push(connection, [config()], OWNER);
    fake.organisation().policies.set('tree', { tree: { receiver: 'payments' }, provenance: '' });
    const { failures } = await push(connection, [], OWNER);
    expect(failures.map(String).join('\n')).toContain(
      "contact point 'payments' is currently used by a notification policy",
    );
  });

  test('a template with the name of ours that we did not write is left alone', async () => {
    const { fake, connected } = await open();
    const content = { name: 'binnacle shop production', template: 'mine' };
    fake.organisation().templates.set(content.name, { content, version: 'v1', provenance: '' });
    await expect((await connected()).list([])).rejects.toMatchObject({
      refusal: 'conflict',
      message:
        "the notification template 'binnacle shop production' holds something else than what shop/production pushed",
    });
  });
});

/** What leaves a doubt: what is refused before anything happened is tried again, as everywhere. */
const FAULTS: readonly (readonly [Fault, isStopped: boolean])[] = [
  ['error-after', false],
  ['timeout-after', false],
  ['truncate', false],
  ['drop-before', true],
  ['drop-after', true],
];
/** Most of a run is waiting. */
const AT_ONCE = 6;
const NEXT = config({
  route: { receiver: 'unowned', routes: [{ receiver: 'core', matchers: ['team="core"'] }] },
  receivers: [mail('unowned', 'new@example.com'), mail('core')],
  template_files: { greeting: 'other' },
});

/** A first push, a second with a fault at one of its requests, and that one again. */
async function struck(at: number, fault?: Fault, isStopped = false) {
  const stop = new AbortController();
  let begun = Infinity;
  const fake = await createFakeGrafana({
    faults: (_request, index) => {
      if (index - begun !== at) return undefined;
      if (isStopped) stop.abort();
      return fault;
    },
  });
  const pushed = async (resource: Resource, settings: Settings = {}) => {
    const connection = await connect(fake.url, settings).catch(() => undefined);
    const done = connection && (await push(connection, [resource], OWNER).catch(() => undefined));
    if (settings.signal === undefined) await connection?.settle?.().catch(() => undefined);
    await connection?.close();
    return done;
  };
  await pushed(config());
  const { contactPoints, muteTimings, policies, templates } = fake.organisation();
  contactPoints.set('theirs', {
    uid: 'theirs',
    name: 'theirs',
    type: 'email',
    settings: { addresses: 'x' },
    disableResolveMessage: false,
    provenance: '',
  });
  begun = fake.requests.length;
  await pushed(NEXT, isStopped ? { key: 'R999', signal: stop.signal } : { key: 'R999' });
  const count = fake.requests.length - begun;
  begun = Infinity;
  const again = await pushed(NEXT, { key: 'R999' });
  const last = await pushed(NEXT, { key: 'R999' });
  const named = (stored: typeof templates) => [...stored.values()].map(({ content }) => content);
  const state = [[...contactPoints.values()], named(muteTimings), policies.get('tree'), named(templates)];
  await fake.close();
  return { count, failures: again?.failures, pending: last?.changes, state };
}

describe('a push of notifications when a request fails', () => {
  test.each(FAULTS)('%s, stopped there: %s', { timeout: 120_000 }, async (fault, isStopped) => {
    const right = await struck(-1);
    expect(right).toMatchObject({ failures: [], pending: [] });
    const limit = pLimit(AT_ONCE);
    const each = Array.from({ length: right.count }, (_, at) =>
      limit(async () => {
        const { count: _count, ...found } = await struck(at, fault, isStopped);
        expect({ at, ...found }).toEqual({ at, failures: [], pending: [], state: right.state });
      }),
    );
    await Promise.all(each);
  });
});
