import type { Resource } from '@binnacle/model';
import pLimit from 'p-limit';
import { expect, test, vi } from 'vitest';
import { connectTo } from '../fixtures/grafana-server.ts';
import { push, type Pushed } from '../fixtures/push.ts';
import { dashboard, folder, group, rules } from '../fixtures/resources.ts';
import { createFakeGrafana, type FakeGrafana } from './fake-grafana.ts';
import type { Fault } from './faults.ts';

// Waits between attempts are tested beside the client; here there are thousands.
vi.mock('../http/retry.ts', async (original) => ({ ...(await original()), waitBefore: () => 0 }));

/** Most of a run is waiting for what never comes. */
const AT_ONCE = 8;
const OWNER = { project: 'shop', environment: 'production' };
const within = <R extends Resource>(resource: R, uid: string): R => ({
  ...resource,
  metadata: { ...resource.metadata, annotations: { 'grafana.app/folder': uid } },
});

const alerts = (wait: string) =>
  within(
    rules('checkout', [group('checkout', { interval: '1m', rules: [{ alert: 'Down', expr: 'up == 0', for: wait }] })]),
    'inner',
  );
const FIRST = [
  folder('outer', 'Outer'),
  folder('inner', 'Inner', 'outer'),
  within(dashboard('a', { title: 'A' }), 'inner'),
  within(dashboard('b', { title: 'B' }), 'inner'),
  dashboard('c', { title: 'C' }),
  alerts('1m'),
];
const SECOND = [
  ...FIRST.slice(0, 2),
  within(dashboard('a', { title: 'A2' }), 'inner'),
  FIRST[3] ?? alerts('1m'),
  alerts('2m'),
];

/** Things of others, which no push may touch. */
async function foreign(fake: FakeGrafana): Promise<void> {
  const theirs = await connectTo({ url: fake.url, token: 'test-token' }, 'bank', { rules: 'provisioning' });
  await push(
    theirs,
    [folder('bank', 'Bank'), within(dashboard('vault'), 'bank'), within(rules('bank', [group('bank')]), 'bank')],
    {
      ...OWNER,
      project: 'bank',
    },
  );
  await theirs.close();
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Everything the fake holds, without what counts writes. */
function state(fake: FakeGrafana): unknown {
  const { folders, dashboards, rules: alertRules } = fake.organisation();
  const objects = [...folders.values(), ...dashboards.values()].map(({ metadata, spec }) => ({
    ...metadata,
    uid: '',
    resourceVersion: '',
    spec,
  }));
  const stored = [...alertRules.values()].map(({ rule }) => ({ ...rule, id: 0, updated: '' }));
  return { objects: objects.toSorted(byText), rules: stored.toSorted(byText) };
}

interface Run {
  readonly at?: number;
  readonly fault?: Fault;
  /** True: the program is stopped as the fault strikes. */
  readonly isStopped?: boolean;
}

/** The first push, then the second, one of them with a fault at its request `at`, then that one again. */
async function run(which: 'first' | 'second', { at, fault, isStopped = false }: Run) {
  const stop = new AbortController();
  let begun = Infinity;
  const fake = await createFakeGrafana({
    faults: (_request, index) => {
      if (index - begun !== at) return undefined;
      if (isStopped) stop.abort();
      return fault;
    },
  });
  const pushed = async (resources: readonly Resource[], signal?: AbortSignal): Promise<Pushed | undefined> => {
    const connection = await connectTo(
      { url: fake.url, token: 'test-token' },
      OWNER.project,
      { rules: 'provisioning', timeout: '400ms' },
      { ...(signal !== undefined && { signal }) },
    ).catch(() => undefined);
    const done = connection && (await push(connection, resources, OWNER).catch(() => undefined));
    await connection?.close();
    return done;
  };
  await foreign(fake);
  if (which === 'second') await pushed(FIRST);
  begun = fake.requests.length;
  const desired = which === 'first' ? FIRST : SECOND;
  const faulty = await pushed(desired, stop.signal);
  const count = fake.requests.length - begun;
  begun = Infinity;
  const again = await pushed(desired);
  const last = await pushed(desired);
  const result = { state: state(fake), first: faulty?.failures, again: again?.failures, pending: last?.changes, count };
  await fake.close();
  return result;
}

/** Each fault, and the program killed before a request has done its work and after. */
const CASES: readonly { readonly fault: Fault; readonly isStopped: boolean }[] = [
  { fault: 'error', isStopped: false },
  { fault: 'error-after', isStopped: false },
  { fault: 'too-many', isStopped: false },
  { fault: 'timeout', isStopped: false },
  { fault: 'timeout-after', isStopped: false },
  { fault: 'drop-before', isStopped: false },
  { fault: 'drop-after', isStopped: false },
  { fault: 'truncate', isStopped: false },
  { fault: 'drop-before', isStopped: true },
  { fault: 'drop-after', isStopped: true },
];
/** A few hundred pushes each, on whatever machine. */
const TIMEOUT_MS = 240_000;

for (const which of ['first', 'second'] as const) {
  test.each(CASES)(
    `${which} push: $fault at any request, stopped there: $isStopped`,
    { timeout: TIMEOUT_MS },
    async ({ fault, isStopped }) => {
      const right = await run(which, {});
      expect(right).toMatchObject({ first: [], again: [], pending: [] });
      const limit = pLimit(AT_ONCE);
      const each = Array.from({ length: right.count }, (_, at) =>
        limit(async () => {
          const { count: _count, first, ...found } = await run(which, { at, fault, isStopped });
          // What passes is overcome at once; who is stopped in the middle finishes with the next run.
          expect({ at, first: isStopped ? [] : first, ...found }).toEqual({
            at,
            first: [],
            again: [],
            pending: [],
            state: right.state,
          });
        }),
      );
      await Promise.all(each);
    },
  );
}
