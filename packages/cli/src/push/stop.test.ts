import { plan, type Resource } from '@binnacle/model';
import { destinations } from '@binnacle/targets';
import { createFakeGrafana, type FakeGrafanaOptions, type LoggedRequest } from '@binnacle/targets/fake-grafana';
import { expect, onTestFinished, test } from 'vitest';
import { production } from '../fixtures/company.ts';
import { apply } from './apply.ts';
import { outcomeSummary } from './outcomes.ts';
import { decide } from './policy.ts';

const owner = { project: 'shop', environment: 'production' };
const policy = { adopt: false, prune: false, pruneLimit: 25, onDrift: 'fail' } as const;

function dashboard(name: string): Resource {
  const spec = { title: name, schemaVersion: 42, panels: [] };
  return { apiVersion: 'dashboard.grafana.app/v1', kind: 'Dashboard', metadata: { name }, spec };
}

const isRehearsal = ({ path }: LoggedRequest): boolean => path.includes('dryRun');
const isSent = (request: LoggedRequest): boolean => request.method === 'POST' && !isRehearsal(request);

/** Pushes two dashboards to a Grafana, stops at the request of that number that `isStop` finds, and says what is told and what is there. */
async function stoppedPush(
  [number, isStop]: readonly [number, (request: LoggedRequest) => boolean],
  faults: FakeGrafanaOptions['faults'] = () => undefined,
) {
  const stop = new AbortController();
  let found = 0;
  const fake = await createFakeGrafana({
    latency: 30,
    faults: (request, index) => {
      if (isStop(request) && ++found === number) stop.abort();
      return faults(request, index);
    },
  });
  const { connect } = await destinations.grafana();
  const connection = await connect({
    settings: { url: fake.url, tokenEnv: 'TOKEN' },
    environment: production,
    owner,
    secrets: () => 'test-token',
    root: '/',
    signal: stop.signal,
  });
  onTestFinished(async () => {
    await connection.close();
    await fake.close();
  });
  const wanted = connection.desired([dashboard('checkout'), dashboard('mail')]).resources;
  const { steps } = decide(plan(wanted, await connection.list(wanted), { owner }), wanted, policy);
  const outcomes = await apply(connection, steps, { owner, signal: stop.signal, onStep: () => {} });
  const pushed = {
    environment: 'production',
    system: connection.name,
    outcomes,
    withheld: [],
    notes: [],
    problems: [],
  };
  return { summary: outcomeSummary([pushed]), outcomes, there: fake.organisation().dashboards.size };
}

test('stopped while the writes are under way: they are waited for, and told as done', async () => {
  const { summary, there } = await stoppedPush([2, isSent]);
  expect([summary, there]).toEqual(['2 created', 2]);
});

test('stopped while Grafana is only asked to try: nothing is written', async () => {
  const { summary, there } = await stoppedPush([1, isRehearsal]);
  expect([summary, there]).toEqual(['2 not tried', 0]);
});

test('stopped when the answer to a write is lost: nobody knows, and that is said', async () => {
  const { summary, outcomes, there } = await stoppedPush([2, isSent], (request) =>
    isSent(request) ? 'error-after' : undefined,
  );
  expect([summary, there]).toEqual(['2 not confirmed', 2]);
  expect(outcomes[0]).toMatchObject({
    result: 'unconfirmed',
    messages: ['Internal server error; stopped before it was asked again'],
    fix: 'run the command again: it looks what is there',
  });
});
