import { describe, expect, test } from 'vitest';
import { contactPoints, contactPointUid } from './contact-point.ts';
import { INTEGRATIONS } from './integrations.ts';

const of = (configs: object, global: Readonly<Record<string, unknown>> = {}) => {
  const { contactPoints: made, findings } = contactPoints({ name: 'payments', ...configs }, 1, global);
  return {
    made: made.map(({ metadata, spec }) => [metadata.name, spec.settings, spec.disableResolveMessage]),
    findings: findings.map(({ severity, path, message, fix = '' }) => `${severity} ${path}: ${message}; ${fix}`),
  };
};

describe('a receiver', () => {
  test.each<[string, object, object, boolean]>([
    [
      'pagerduty_configs',
      { routing_key: 'k', severity: 'error', details: { a: 'b' } },
      { integrationKey: 'k', severity: 'error', details: { a: 'b' } },
      false,
    ],
    ['slack_configs', { api_url: 'u', channel: '#c', send_resolved: true }, { url: 'u', recipient: '#c' }, false],
    [
      'email_configs',
      { to: 'a@b.example', headers: { Subject: 's' } },
      { addresses: 'a@b.example', subject: 's' },
      true,
    ],
    [
      'opsgenie_configs',
      { api_key: 'k', api_url: 'https://api.eu.opsgenie.com/' },
      { apiKey: 'k', apiUrl: 'https://api.eu.opsgenie.com/v2/alerts' },
      false,
    ],
    ['telegram_configs', { bot_token: 't', chat_id: -42 }, { bottoken: 't', chatid: '-42' }, false],
    ['pushover_configs', { user_key: 'u', token: 't', retry: '1m' }, { userKey: 'u', apiToken: 't', retry: 60 }, false],
    [
      'webhook_configs',
      { url: 'u', http_config: { basic_auth: { username: 'me', password: 'p' } } },
      { url: 'u', username: 'me', password: 'p' },
      false,
    ],
    [
      'webex_configs',
      { room_id: 'r', http_config: { authorization: { credentials: 'c' } } },
      { room_id: 'r', bot_token: 'c' },
      false,
    ],
    ['msteamsv2_configs', { webhook_url: 'u', text: 't' }, { url: 'u', message: 't' }, false],
    ['discord_configs', { webhook_url: 'u', message: 'm' }, { url: 'u', message: 'm' }, false],
    ['sns_configs', { topic_arn: 'arn', subject: 's' }, { topic: 'arn', subject: 's' }, false],
  ])('%s', (key, config, settings, isQuietWhenOver) => {
    const { made, findings } = of({ [key]: [config] });
    expect(findings).toEqual([]);
    expect(made).toEqual([[`payments.${INTEGRATIONS[key]?.type}`, settings, isQuietWhenOver]]);
  });

  test('two of a type are told apart', () => {
    const { made } = of({ email_configs: [{ to: 'a@b.example' }, { to: 'c@d.example' }] });
    expect(made.map(([name]) => name)).toEqual(['payments.email', 'payments.email.2']);
  });

  test('the settings of all are used where it has none', () => {
    const global = { slack_api_url: 'everybodys' };
    expect(of({ slack_configs: [{ channel: '#c' }] }, global).made[0]?.[1]).toEqual({
      url: 'everybodys',
      recipient: '#c',
    });
    expect(of({ slack_configs: [{ api_url: 'own' }] }, global).made[0]?.[1]).toEqual({ url: 'own' });
  });
});

describe('what Grafana cannot do names the receiver and the field', () => {
  test.each<[object, string]>([
    [
      { slack_configs: [{ api_url: 'u', actions: [{ type: 'button' }] }] },
      "warning /spec/receivers/1/slack_configs/0/actions: receiver payments: Grafana has no 'actions'; it is left out; leave it out, or push to an Alertmanager",
    ],
    [
      { webhook_configs: [{ url: 'u', http_config: { tls_config: { insecure_skip_verify: true } } }] },
      "warning /spec/receivers/1/webhook_configs/0/http_config/tls_config/insecure_skip_verify: receiver payments: Grafana has no 'http_config.tls_config.insecure_skip_verify'; it is left out; leave it out, or push to an Alertmanager",
    ],
    [
      { pagerduty_configs: [{ routing_key_file: '/etc/key' }] },
      "error /spec/receivers/1/pagerduty_configs/0/routing_key_file: receiver payments: Grafana reads no files, so 'routing_key_file' leads nowhere; write 'routing_key: ${NAME}' with the environment variable that holds it",
    ],
    [
      { rocketchat_configs: [{}] },
      `error /spec/receivers/1/rocketchat_configs: receiver payments: Grafana has no rocketchat, or another form of it; use one of ${Object.keys(INTEGRATIONS).join(', ')}`,
    ],
    [
      {},
      'error /spec/receivers/1: receiver payments tells nobody, and Grafana has no contact point that does not; give it a way to tell somebody, e.g. webhook_configs',
    ],
  ])('%j', (configs, message) => {
    expect(of(configs).findings).toEqual([message]);
  });
});

test('a uid is one that Grafana takes, and another for another owner', () => {
  const uid = contactPointUid('shop/production', 'payments.slack');
  expect(uid).toMatch(/^[\w-]{1,40}$/);
  expect(contactPointUid('bank/production', 'payments.slack')).not.toBe(uid);
});
