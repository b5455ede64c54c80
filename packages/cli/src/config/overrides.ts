import type { Config } from '@binnacle/model';
import { ExpectedError } from '../expected.ts';

/** Flags that take precedence over the config. */
export interface Overrides {
  /** `<environment>.<path>=<value>`; `*` stands for every environment. */
  readonly set?: readonly string[];
  readonly prometheusVersion?: string;
  readonly grafanaVersion?: string;
}

interface Tree {
  [key: string]: unknown;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text stays text (`3.5` is a version, not a number); lists, objects, true and false are read as JSON. */
function parseValue(text: string): unknown {
  if (!/^(?:[[{"].*|true|false)$/s.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ExpectedError(
      `--set: ${text} is not JSON`,
      'quote it for the shell, e.g. --set \'a.prometheus.features=["x"]\'',
    );
  }
}

function assign(tree: Tree, path: readonly string[], value: unknown): Tree {
  const [key = '', ...rest] = path;
  if (rest.length === 0) return { ...tree, [key]: value };
  const child = Object.hasOwn(tree, key) ? tree[key] : {};
  return { ...tree, [key]: assign(isTree(child) ? child : {}, rest, value) };
}

/** The config with the flags applied; yet to be checked, as the flags may say anything. */
export function override(
  config: Config,
  { set = [], prometheusVersion, grafanaVersion }: Overrides,
): Omit<Config, 'environments'> & { readonly environments: Readonly<Record<string, unknown>> } {
  const assignments = [
    ...(prometheusVersion === undefined ? [] : [`*.prometheus.version=${prometheusVersion}`]),
    ...(grafanaVersion === undefined ? [] : [`*.grafana.version=${grafanaVersion}`]),
    ...set,
  ];
  let environments: Tree = { ...config.environments };
  const names = Object.keys(environments);
  for (const assignment of assignments) {
    const [, path = '', text = ''] = /^([^=]+)=(.*)$/s.exec(assignment) ?? [];
    const [name = '', ...keys] = path.split('.');
    if (keys.length === 0 || keys.includes('')) {
      throw new ExpectedError(
        `--set ${assignment}: not of the form <environment>.<path>=<value>`,
        'e.g. --set production.prometheus.retention=30d, or *.prometheus.version=3.5',
      );
    }
    if (name !== '*' && !names.includes(name)) {
      throw new ExpectedError(`--set ${assignment}: there is no environment '${name}'`, `known: ${names.join(', ')}`);
    }
    for (const target of name === '*' ? names : [name]) {
      environments = assign(environments, [target, ...keys], parseValue(text));
    }
  }
  return { ...config, environments };
}
