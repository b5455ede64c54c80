import type { Finding } from '../../finding.ts';
import { pointer } from '../../pointer.ts';
import { isRecord } from '../../record.ts';
import type { AlertmanagerConfigSpec } from './spec.ts';

/** Fields that Alertmanager hides when it shows its configuration, at any depth. */
const SECRETS: ReadonlySet<string> = new Set([
  'alert_source_token',
  'api_key',
  'api_secret',
  'app_token',
  'auth_password',
  'auth_secret',
  'bearer_token',
  'bot_token',
  'client_secret',
  'credentials',
  'mattermost_webhook_url',
  'opsgenie_api_key',
  'password',
  'rocketchat_token',
  'rocketchat_token_id',
  'routing_key',
  'secret_key',
  'secrets',
  'service_key',
  'slack_api_url',
  'slack_app_token',
  'smtp_auth_password',
  'smtp_auth_secret',
  'telegram_bot_token',
  'token',
  'token_id',
  'user_key',
  'victorops_api_key',
  'webhook_url',
  'wechat_api_secret',
]);
/** Fields that are secret in some integrations only: `integration/field`. */
const SECRETS_OF: ReadonlySet<string> = new Set(['slack_configs/api_url', 'tls_config/key']);
/** A webhook's address is often plain, and sometimes holds a token. */
const ADDRESSES_OF: ReadonlySet<string> = new Set(['webhook_configs/url']);
const PLACEHOLDER = /\$\{([A-Z_][A-Z0-9_]*)\}/g;
const WITH_PASSWORD = /^\w+:\/\/[^/\s@]*:[^/\s@]+@/;

type Keys = readonly (string | number)[];

function names(keys: Keys): string[] {
  return keys.filter((key) => typeof key === 'string');
}

function isSecret(keys: Keys): boolean {
  const [parent, field = ''] = ['', ...names(keys)].slice(-2);
  return SECRETS.has(field) || SECRETS_OF.has(`${parent}/${field}`);
}

/** True for the text at these keys of an Alertmanager configuration when nobody may see it. */
export function mayHoldSecret(keys: Keys): boolean {
  return isSecret(keys) || ADDRESSES_OF.has(names(keys).slice(-2).join('/'));
}

/** Names of the environment variables that a text has placeholders for: `${PAGERDUTY_KEY}`. */
export function placeholders(text: string): readonly string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}

/** Every text in plain data, with the keys that lead to it. */
function* texts(value: unknown, keys: Keys = []): Generator<readonly [Keys, string]> {
  if (typeof value === 'string') yield [keys, value];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(isRecord(value) ? value : {});
  for (const [key, member] of entries) yield* texts(member, [...keys, key]);
}

/** Secrets that are written where everybody reads them, and placeholders where no secret belongs. Shows no value. */
export function* secretFindings(spec: AlertmanagerConfigSpec): Generator<Finding> {
  for (const [keys, text] of texts(spec)) {
    if (keys[0] === 'template_files') continue;
    const about = { rule: 'alertmanager-config/secret', severity: 'error', path: pointer('spec', ...keys) } as const;
    const field = names(keys).at(-1) ?? '';
    const isFilled = placeholders(text).length > 0;
    if (WITH_PASSWORD.test(text) && !isFilled) {
      const fix = "put the password into an http_config with 'password_file', or write ${NAME} for the whole address";
      yield { ...about, message: `'${field}' is an address with a password in it`, fix };
    } else if (isSecret(keys) && text !== '' && !isFilled) {
      const fix = `write '${field}_file: /path/on/the/server', or \${NAME} for the environment variable that holds it`;
      yield { ...about, message: `'${field}' holds a secret in plain sight`, fix };
    } else if (isFilled && !mayHoldSecret(keys)) {
      const message = `'${field}' is no secret, and nothing is put in place of \${${placeholders(text)[0] ?? ''}} there`;
      yield { ...about, message, fix: 'write its value' };
    }
  }
}
