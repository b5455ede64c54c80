import { expect, test } from 'vitest';
import { createFakeGrafana } from '../../fake-grafana/fake-grafana.ts';
import { destinationContract } from '../../fixtures/contract.ts';
import { openSubject, type Subjects, type TestedGrafana } from '../../fixtures/grafana-server.ts';
import { openGrafana, OWNER } from '../../fixtures/open-grafana.ts';
import { push } from '../../fixtures/push.ts';
import { dashboard } from '../../fixtures/resources.ts';

const SUBJECTS: readonly Subjects[] = [
  'folders',
  'dashboards',
  'classic dashboards',
  'rule groups',
  'converted rule groups',
];

/** A fake of a version, in a sub-path. */
const fakeOf = (version: string) => async (): Promise<TestedGrafana> => {
  const { url, close } = await createFakeGrafana({ version, path: '/grafana', pageSize: 2 });
  return { url, token: 'test-token', close };
};

for (const version of ['12.0', '12.4', '13.2']) {
  for (const kind of SUBJECTS)
    destinationContract(`grafana ${version}: ${kind}`, () => openSubject(kind, fakeOf(version)));
}

test('a push of a thousand dashboards that changes nothing is a handful of requests', async () => {
  const { connection, fake, asked } = await openGrafana({ pageSize: 500 });
  const resources = Array.from({ length: 1000 }, (_, at) => dashboard(`d${at}`, { title: `D ${at}` }));
  expect((await push(connection, resources, OWNER)).failures).toEqual([]);
  fake.requests.length = 0;
  expect((await push(connection, resources, OWNER)).changes).toEqual([]);
  expect(asked(/./)).toHaveLength(5);
});

const { GRAFANA_URL: url = '', GRAFANA_TOKEN: token = '' } = process.env;
const REAL = url === '' || token === '' ? [] : SUBJECTS;
for (const kind of REAL) {
  destinationContract(`${url}: ${kind}`, () => openSubject(kind, async () => ({ url, token, close: async () => {} })));
}
test.skipIf(REAL.length === 0)('a real server is named by GRAFANA_URL and GRAFANA_TOKEN', () => {
  expect(REAL).toEqual(SUBJECTS);
});
