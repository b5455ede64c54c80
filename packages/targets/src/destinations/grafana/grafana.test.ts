import { createFakeGrafana } from '../../fake-grafana/fake-grafana.ts';
import { destinationContract } from '../../fixtures/contract.ts';
import { openSubject, type Subjects, type TestedGrafana } from '../../fixtures/grafana-server.ts';

const SUBJECTS: readonly Subjects[] = [
  'folders',
  'dashboards',
  'classic dashboards',
  'rule groups',
  'converted rule groups',
];

/** A fake of a version, in a sub-path. */
const fake = (version: string) => async (): Promise<TestedGrafana> => {
  const { url, close } = await createFakeGrafana({ version, path: '/grafana', pageSize: 2 });
  return { url, token: 'test-token', close };
};

for (const version of ['12.0', '12.4', '13.2']) {
  for (const kind of SUBJECTS)
    destinationContract(`grafana ${version}: ${kind}`, () => openSubject(kind, fake(version)));
}
