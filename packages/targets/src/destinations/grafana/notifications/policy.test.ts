import type { AlertmanagerConfigSpec, AlertmanagerRoute } from '@binnacle/model';
import { expect, test } from 'vitest';
import { namesIn, policyTree, sentPolicy, storedPolicy } from './policy.ts';

const config = (route: AlertmanagerRoute): AlertmanagerConfigSpec => ({ route, receivers: [] });
const tree = (route: AlertmanagerRoute) => policyTree(config(route)).resource.spec;

test('matchers of every form, and durations in one', () => {
  const route = {
    receiver: 'all',
    group_interval: '300s',
    routes: [
      { matchers: ['team="a"', '{x!~"y|z", w=~"v"}'], continue: true, active_time_intervals: ['day'] },
      {
        match: { team: 'b' },
        match_re: { severity: 'page|ticket' },
        receiver: 'b',
        routes: [{ matchers: ['c!="d"'] }],
      },
    ],
  };
  const sent = sentPolicy(tree(route));
  expect(storedPolicy(sent)).toEqual(tree(route));
  expect(sent).toEqual({
    receiver: 'all',
    group_interval: '5m',
    routes: [
      {
        object_matchers: [
          ['team', '=', 'a'],
          ['x', '!~', 'y|z'],
          ['w', '=~', 'v'],
        ],
        continue: true,
        active_time_intervals: ['day'],
      },
      {
        receiver: 'b',
        object_matchers: [
          ['team', '=', 'b'],
          ['severity', '=~', 'page|ticket'],
        ],
        routes: [{ object_matchers: [['c', '!=', 'd']] }],
      },
    ],
  });
});

test('values with quotes and line ends', () => {
  const sent = sentPolicy(tree({ receiver: 'all', routes: [{ match: { a: 'say "x\\"\n' } }] }));
  expect(sent).toEqual({ receiver: 'all', routes: [{ object_matchers: [['a', '=', 'say "x\\"\n']] }] });
  expect(sentPolicy(storedPolicy(sent))).toEqual(sent);
});

test('what Grafana adds to a tree is no difference', () => {
  const sent = tree({ receiver: 'all', group_wait: '30s', routes: [{ matchers: ['a="b"'] }] });
  expect(
    storedPolicy({
      receiver: 'all',
      group_wait: '30s',
      provenance: 'api',
      group_by: null,
      routes: [{ receiver: '', object_matchers: [['a', '=', 'b']], continue: false, mute_time_intervals: [] }],
    }),
  ).toEqual(sent);
});

test('labels of a route have no place', () => {
  const { findings } = policyTree(config({ receiver: 'all', routes: [{ receiver: 'b', labels: { team: 'b' } }] }));
  expect(findings).toEqual([
    {
      rule: 'target/grafana',
      severity: 'warning',
      path: '/spec/route/routes/0/labels',
      message: "Grafana's policies have no 'labels' (receiver b); they are left out",
    },
  ]);
});

test('the names that a tree has in it', () => {
  const { receivers, timings } = namesIn({
    receiver: 'a',
    routes: [{ receiver: 'b', mute_time_intervals: ['night'] }, { routes: [{ active_time_intervals: ['day'] }] }],
  });
  expect([[...receivers], [...timings]]).toEqual([
    ['a', 'b'],
    ['night', 'day'],
  ]);
});
