import { expect, test } from 'vitest';
import { reachedRoutes } from './reach.ts';
import type { AlertmanagerConfigSpec, AlertmanagerRoute } from './spec.ts';

const config = (...routes: AlertmanagerRoute[]): AlertmanagerConfigSpec => ({
  route: { receiver: 'all', routes },
  receivers: [],
});
const reached = (spec: AlertmanagerConfigSpec, labels: Record<string, string>): string[] =>
  reachedRoutes(spec, labels).map(({ path, receiver }) => `${path.replace('/spec/route', '') || '/'} → ${receiver}`);

const teams = config(
  {
    matchers: ['team="payments"'],
    receiver: 'payments',
    routes: [{ matchers: ['severity="page"'], receiver: 'pager' }],
  },
  { match_re: { team: 'core|infra' }, receiver: 'core' },
);

test.each<[string, Record<string, string>, string[]]>([
  ['the deepest that takes it', { team: 'payments', severity: 'page' }, ['/routes/0/routes/0 → pager']],
  ['the one above where none below does', { team: 'payments', severity: 'ticket' }, ['/routes/0 → payments']],
  ['by an anchored pattern', { team: 'infra', severity: 'page' }, ['/routes/1 → core']],
  ['the route of all the rest', { team: 'infrared', severity: 'page' }, ['/ → all']],
  [
    'all that it may come to where a label is not known',
    { severity: 'page' },
    ['/ → all', '/routes/0/routes/0 → pager', '/routes/1 → core'],
  ],
])('%s', (_what, labels, expected) => {
  expect(reached(teams, labels)).toEqual(expected);
});

test('on beside a route only where it continues', () => {
  const audit = { matchers: ['severity="page"'], receiver: 'audit' };
  const payments = { matchers: ['team="payments"'], receiver: 'payments' };
  const labels = { team: 'payments', severity: 'page' };
  expect(reached(config(audit, payments), labels)).toEqual(['/routes/0 → audit']);
  expect(reached(config({ ...audit, continue: true }, payments), labels)).toEqual([
    '/routes/0 → audit',
    '/routes/1 → payments',
  ]);
});

test('a route without a receiver tells that of the route above', () => {
  expect(reached(config({ matchers: ['team!="core"', 'severity!~"t.*"'] }), { team: 'a', severity: 'page' })).toEqual([
    '/routes/0 → all',
  ]);
});
