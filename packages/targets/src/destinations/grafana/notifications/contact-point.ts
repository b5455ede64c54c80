import { createHash } from 'node:crypto';
import { type AlertmanagerReceiver, durationMs, type Finding, isRecord, pointer, type Resource } from '@binnacle/model';
import { type Integration, INTEGRATIONS, type Setting } from './integrations.ts';

/** API version of the parts of a configuration as Grafana keeps them: they exist in plans only. */
export const NOTIFICATIONS_API_VERSION = 'grafana.binnacle.dev/v1';

type Json = Readonly<Record<string, unknown>>;

/** What a contact point of Grafana says; its receiver's name may be shared by several. */
export interface ContactPointSpec {
  readonly receiver: string;
  readonly type: string;
  readonly settings: Json;
  readonly disableResolveMessage: boolean;
}

/** What a receiver becomes, and what of it Grafana cannot do. */
export interface Translated {
  readonly contactPoints: readonly Resource<ContactPointSpec>[];
  readonly findings: readonly Finding[];
}

const RULE = 'target/grafana';

function written(value: unknown, form: Setting['form']): unknown {
  if (form === 'text') return String(value);
  if (form === 'seconds') return typeof value === 'string' ? (durationMs(value) ?? 0) / 1000 : value;
  // Alertmanager is told where the API is, Grafana where alerts go.
  if (form === 'alerts address') return `${String(value).replace(/\/+$/, '')}/v2/alerts`;
  return value;
}

/** The settings of one integration by path, as deep as Grafana has a place for them. */
function* leaves(
  config: Json,
  { settings }: Integration,
  keys: readonly string[] = [],
): Generator<[string[], unknown]> {
  for (const [key, value] of Object.entries(config)) {
    const path = [...keys, key];
    if (settings[path.join('.')] === undefined && isRecord(value) && Object.keys(value).length > 0)
      yield* leaves(value, { settings, type: '', sendsResolved: true }, path);
    else yield [path, value];
  }
}

function withGlobal(config: Json, global: Json, { global: fallbacks = {} }: Integration): Json {
  const given = Object.entries(fallbacks).flatMap(([key, name]) =>
    config[key] === undefined && global[name] !== undefined ? [[key, global[name]] as const] : [],
  );
  return { ...Object.fromEntries(given), ...config };
}

function unsupported(path: string, receiver: string, keys: readonly string[]): Finding {
  const field = keys.join('.');
  const isFile = field.endsWith('_file');
  return {
    rule: RULE,
    severity: isFile ? 'error' : 'warning',
    path,
    message: isFile
      ? `receiver ${receiver}: Grafana reads no files, so '${field}' leads nowhere`
      : `receiver ${receiver}: Grafana has no '${field}'; it is left out`,
    fix: isFile
      ? `write '${
          field
            .replace(/_file$/, '')
            .split('.')
            .at(-1) ?? ''
        }: \${NAME}' with the environment variable that holds it`
      : 'leave it out, or push to an Alertmanager',
  };
}

/** The contact points of a receiver. `index` is its place in the configuration, `global` the configuration's. */
export function contactPoints(receiver: AlertmanagerReceiver, index: number, global: Json): Translated {
  const { name } = receiver;
  const found: Resource<ContactPointSpec>[] = [];
  const findings: Finding[] = [];
  const lists = Object.entries(receiver).filter(([key]) => key.endsWith('_configs'));
  for (const [key, list] of lists) {
    const integration = INTEGRATIONS[key];
    const at = pointer('spec', 'receivers', index, key);
    if (integration === undefined) {
      const message = `receiver ${name}: Grafana has no ${key.replace(/_configs$/, '')}, or another form of it`;
      const fix = `use one of ${Object.keys(INTEGRATIONS).join(', ')}`;
      findings.push({ rule: RULE, severity: 'error', path: at, message, fix });
      continue;
    }
    for (const [i, config] of (Array.isArray(list) ? list : []).filter(isRecord).entries()) {
      const { send_resolved: sendsResolved = integration.sendsResolved, ...rest } = withGlobal(
        config,
        global,
        integration,
      );
      const settings: Record<string, unknown> = {};
      for (const [path, value] of leaves(rest, integration)) {
        const setting = integration.settings[path.join('.')];
        if (setting === undefined) findings.push(unsupported(`${at}${pointer(i, ...path)}`, name, path));
        else settings[setting.to] = written(value, setting.form);
      }
      const count = found.filter(({ spec }) => spec.type === integration.type).length;
      found.push({
        apiVersion: NOTIFICATIONS_API_VERSION,
        kind: 'ContactPoint',
        metadata: { name: `${name}.${integration.type}${count === 0 ? '' : `.${count + 1}`}` },
        spec: {
          receiver: name,
          type: integration.type,
          settings,
          disableResolveMessage: sendsResolved !== true,
        },
      });
    }
  }
  if (lists.length === 0) {
    const message = `receiver ${name} tells nobody, and Grafana has no contact point that does not`;
    const fix = 'give it a way to tell somebody, e.g. webhook_configs';
    findings.push({ rule: RULE, severity: 'error', path: pointer('spec', 'receivers', index), message, fix });
  }
  return { contactPoints: found, findings };
}

/** The uid of a contact point that we make: the same for the same owner and name. Grafana takes 40 characters. */
export function contactPointUid(owner: string, name: string): string {
  return `binnacle-${createHash('sha256').update(`${owner}\0${name}`).digest('hex').slice(0, 24)}`;
}
