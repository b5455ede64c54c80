import { describe, expect, test } from 'vitest';
import { alertmanagerConfig } from './kind.ts';
import type { AlertmanagerConfigSpec, AlertmanagerRoute } from './spec.ts';

const RECEIVERS = [{ name: 'unowned' }, { name: 'payments' }];

function found(over: object): string[] {
  const spec = { route: { receiver: 'unowned' }, receivers: RECEIVERS, ...over };
  const resource = { apiVersion: 'binnacle.dev/v1', kind: 'AlertmanagerConfig', metadata: { name: 'main' }, spec };
  return alertmanagerConfig
    .check(resource)
    .map(({ severity, path, message, fix }) => `${severity} ${path}: ${message}${fix === undefined ? '' : `; ${fix}`}`);
}

function routed(...routes: AlertmanagerRoute[]): Partial<AlertmanagerConfigSpec> {
  return { route: { receiver: 'unowned', routes } };
}

test('a right configuration has no findings', () => {
  const spec: AlertmanagerConfigSpec = {
    global: { resolve_timeout: '5m', slack_api_url_file: '/etc/alertmanager/slack' },
    route: {
      receiver: 'unowned',
      group_by: ['alertname', 'team'],
      routes: [
        {
          receiver: 'payments',
          matchers: ['team="payments"'],
          group_wait: '0s',
          mute_time_intervals: ['night'],
          routes: [{ matchers: ['severity=~"page|ticket"'], continue: true }, { match: { severity: 'page' } }],
        },
        { match_re: { team: 'core|infra' }, active_time_intervals: ['day'] },
      ],
    },
    receivers: [
      { name: 'unowned' },
      { name: 'payments', pagerduty_configs: [{ routing_key: '${PAGERDUTY_KEY}', client: 'shop' }] },
    ],
    inhibit_rules: [{ source_matchers: ['severity="page"'], target_matchers: ['severity="ticket"'], equal: ['team'] }],
    time_intervals: [{ name: 'night', time_intervals: [{ times: [{ start_time: '22:00', end_time: '24:00' }] }] }],
    mute_time_intervals: [{ name: 'day', time_intervals: [] }],
    templates: ['/etc/alertmanager/*.tmpl'],
    template_files: { greeting: '{{ define "x" }}token ${NOT_OURS}{{ end }}' },
  };
  expect(found(spec)).toEqual([]);
});

test('fields are known by their names and types', () => {
  expect(found({ recievers: [] })).toEqual([
    "error /spec/recievers: 'recievers' is not known; did you mean 'receivers'?",
  ]);
  expect(found({ receivers: [{ name: 'unowned', pagerduty_config: [] }] })).toEqual([
    "error /spec/receivers/0/pagerduty_config: 'pagerduty_config' is not known in item 1 of 'receivers'; did you mean 'pagerduty_configs'?",
  ]);
  expect(found(routed({ continue: 'yes' } as object))).toEqual([
    `error /spec/route/routes/0/continue: 'continue' is "yes", not a boolean`,
  ]);
});

describe('routes', () => {
  test.each<[object, string]>([
    [
      { receiver: 'payment' },
      "error /spec/route/routes/0/receiver: no receiver is named 'payment'; did you mean 'payments'?",
    ],
    [
      { mute_time_intervals: ['night'] },
      "error /spec/route/routes/0/mute_time_intervals/0: no time interval is named 'night'",
    ],
    [
      { matchers: ['team'] },
      `error /spec/route/routes/0/matchers/0: 'team' is not a matcher; write name="value", with = != =~ or !~`,
    ],
    [
      { group_interval: '0s' },
      "error /spec/route/routes/0/group_interval: group_interval '0s' is not a duration; write e.g. '5m'",
    ],
    [
      { group_by: ['...', 'team'] },
      "error /spec/route/routes/0/group_by: group_by has '...', all labels, and others; write '...' alone",
    ],
  ])('%j is a finding', (route, message) => {
    expect(found(routed({ match: { a: 'b' }, ...route }))).toEqual([message]);
  });

  test('the default route has a receiver, and takes every alert', () => {
    expect(found({ route: {} })).toEqual([
      'error /spec/route: the default route has no receiver; name the receiver of the alerts that no other route takes',
    ]);
    for (const over of [{ matchers: ['a="b"'] }, { match: { a: 'b' } }, { continue: true }]) {
      const [key = ''] = Object.keys(over);
      expect(found({ route: { receiver: 'unowned', ...over } })).toEqual([
        `error /spec/route/${key}: the default route has '${key}', but it takes every alert at any time; move it into a route below`,
      ]);
    }
    expect(found({ route: { receiver: 'unowned', matchers: [], continue: false } })).toEqual([]);
  });

  test.each<[string, AlertmanagerRoute[]]>([
    ['the same matchers, written otherwise', [{ matchers: ['a="b"'] }, { match: { a: 'b' } }]],
    ['more matchers', [{ matchers: ['a="b"'] }, { matchers: ['{c="d",a="b"}'] }]],
    ['anything, after a route without matchers', [{ receiver: 'payments' }, { matchers: ['a="b"'] }]],
  ])('a route is never reached when an earlier one takes %s', (_, routes) => {
    expect(found(routed(...routes))).toEqual([
      "warning /spec/route/routes/1: route 2 is never reached: route 1 beside it takes every alert that it would match; put it before route 1, or set 'continue: true' there",
    ]);
    const [first, ...others] = routes;
    expect(found(routed({ ...first, continue: true }, ...others))).toEqual([]);
    expect(found(routed(...routes.toReversed()))).toHaveLength(routes[1]?.match === undefined ? 0 : 1);
  });
});

test('names are given once', () => {
  expect(found({ receivers: [...RECEIVERS, { name: 'payments' }] })).toEqual([
    "error /spec/receivers/2/name: two receivers are named 'payments'",
  ]);
  const night = { name: 'night', time_intervals: [] };
  expect(found({ time_intervals: [night], mute_time_intervals: [night] })).toEqual([
    "error /spec/mute_time_intervals/0/name: two time intervals are named 'night'",
  ]);
});

test('matchers of inhibitions are looked at', () => {
  expect(found({ inhibit_rules: [{ source_matchers: ['a'], target_matchers: ['a="b"'] }] })).toEqual([
    `error /spec/inhibit_rules/0/source_matchers/0: 'a' is not a matcher; write name="value", with = != =~ or !~`,
  ]);
});

const inline = (config: object) => found({ receivers: [...RECEIVERS, { name: 'x', ...config }] });

describe('secrets', () => {
  test.each<[object]>([
    [{ pagerduty_configs: [{ routing_key: 'R0123456789' }] }],
    [{ slack_configs: [{ api_url: 'https://hooks.slack.com/services/T/B/x' }] }],
    [{ webhook_configs: [{ http_config: { basic_auth: { username: 'u', password: 'p' } } }] }],
    [{ email_configs: [{ auth_password: '<secret>' }] }],
    [{ webhook_configs: [{ http_config: { http_headers: { 'X-Key': { secrets: ['abc'] } } } }] }],
  ])('%j shows one', (config) => {
    const [message, ...others] = inline(config);
    expect(others).toEqual([]);
    expect(message).toMatch(/^error \/spec\/receivers\/2\/.*: '\w+' holds a secret in plain sight; write '\w+_file: /);
    expect(message).not.toMatch(/R0123456789|hooks\.slack|abc/);
  });

  test.each<[object]>([
    [{ pagerduty_configs: [{ routing_key_file: '/etc/key' }] }],
    [{ pagerduty_configs: [{ routing_key: '${PAGERDUTY_KEY}' }] }],
    [{ slack_configs: [{ api_url: 'https://hooks.slack.com/services/${SLACK_PATH}' }] }],
    [{ opsgenie_configs: [{ api_url: 'https://api.eu.opsgenie.com' }] }],
    [{ webhook_configs: [{ url: 'http://relay:8080/alerts' }, { url: '${RELAY}' }] }],
  ])('%j shows none', (config) => {
    expect(inline(config)).toEqual([]);
  });

  test('an address with a password is one', () => {
    expect(inline({ webhook_configs: [{ url: 'http://user:pass@relay/' }] })).toEqual([
      "error /spec/receivers/2/webhook_configs/0/url: 'url' is an address with a password in it; put the password into an http_config with 'password_file', or write ${NAME} for the whole address",
    ]);
  });

  test('placeholders stand for secrets only', () => {
    expect(inline({ slack_configs: [{ channel: '${CHANNEL}' }] })).toEqual([
      "error /spec/receivers/2/slack_configs/0/channel: 'channel' is no secret, and nothing is put in place of ${CHANNEL} there; write its value",
    ]);
  });
});
