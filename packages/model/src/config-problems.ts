import { durationMs } from './duration.ts';
import { unsafeFileName } from './names.ts';
import { didYouMean } from './nearest.ts';
import { isRecord } from './record.ts';

const VERSION = /^\d+(?:\.\d+){0,2}$/;
/** Older ones load neither of the shapes dashboards are written in. */
const OLDEST_GRAFANA = 10;
const LABEL_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const URL_WITH_HOST = /^https?:\/\/[^/\s]+/;

type Problems = string[];
type Shape = Readonly<Record<string, (value: unknown, path: string, problems: Problems) => void>>;

/** Checks an object's members by name; a member that is undefined is absent. */
function shape(members: Shape): (value: unknown, path: string, problems: Problems) => void {
  return (value, path, problems) => {
    if (!isRecord(value)) {
      problems.push(`${path} is not an object`);
      return;
    }
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined) continue;
      const check = Object.hasOwn(members, key) ? members[key] : undefined;
      if (check === undefined) problems.push(`${path}.${key} is not known; ${didYouMean(key, Object.keys(members))}`);
      else check(member, `${path}.${key}`, problems);
    }
  };
}

function text(isRight: (value: string) => boolean, expected: string) {
  return (value: unknown, path: string, problems: Problems) => {
    if (typeof value !== 'string' || !isRight(value)) {
      problems.push(`${path} is ${JSON.stringify(value)}; write ${expected}`);
    }
  };
}

function texts(value: unknown, path: string, problems: Problems): void {
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
    problems.push(`${path} is not a list of strings`);
}

const notEmpty = text((value) => value.trim() !== '', 'a text that is not empty');
const versionText = text((value) => VERSION.test(value), "a version like '3.5'");

function version(value: unknown, path: string, problems: Problems): void {
  if (typeof value === 'number') problems.push(`${path} is the number ${value}; write it in quotes: '${value}'`);
  else versionText(value, path, problems);
}

function grafanaVersion(value: unknown, path: string, problems: Problems): void {
  version(value, path, problems);
  if (typeof value === 'string' && VERSION.test(value) && Number.parseInt(value, 10) < OLDEST_GRAFANA) {
    problems.push(`${path} is ${JSON.stringify(value)}, which is not supported; write ${OLDEST_GRAFANA} or newer`);
  }
}
const duration = text((value) => (durationMs(value) ?? 0) > 0, "a Prometheus duration like '30s' or '15d'");

function labels(value: unknown, path: string, problems: Problems): void {
  if (!isRecord(value)) {
    problems.push(`${path} is not an object of label names and values`);
    return;
  }
  for (const [name, label] of Object.entries(value)) {
    if (!LABEL_NAME.test(name) || name.startsWith('__')) problems.push(`${path}.${name} is not a label name`);
    if (typeof label !== 'string')
      problems.push(`${path}.${name} is ${JSON.stringify(label)}; label values are strings`);
  }
}

const datasource = shape({
  uid: notEmpty,
  type: notEmpty,
  default: (value, path, problems) => {
    if (typeof value !== 'boolean') problems.push(`${path} is not true or false`);
  },
});

function datasources(value: unknown, path: string, problems: Problems): void {
  if (!isRecord(value)) {
    problems.push(`${path} is not an object of datasources by logical name`);
    return;
  }
  const defaults = new Map<string, string>();
  for (const [name, entry] of Object.entries(value)) {
    const at = `${path}.${name}`;
    if (name === '' || name.startsWith('$') || name.startsWith('-- '))
      problems.push(`${at}: a logical name cannot be empty or start with '$' or '-- '`);
    datasource(entry, at, problems);
    if (!isRecord(entry)) continue;
    for (const key of ['uid', 'type']) if (entry[key] === undefined) problems.push(`${at}.${key} is missing`);
    if (entry['default'] !== true || typeof entry['type'] !== 'string') continue;
    const first = defaults.get(entry['type']);
    if (first === undefined) defaults.set(entry['type'], name);
    else problems.push(`${at} and ${path}.${first} are both the default of type ${entry['type']}; keep one`);
  }
}

const environment = shape({
  grafana: shape({
    version: grafanaVersion,
    url: text((value) => URL_WITH_HOST.test(value), "an address like 'https://grafana.example.com'"),
  }),
  prometheus: shape({
    version,
    features: texts,
    scrapeInterval: duration,
    evaluationInterval: duration,
    retention: duration,
    externalLabels: labels,
  }),
  datasources,
  labels,
  targets: texts,
});

const config = shape({
  project: text((value) => unsafeFileName(value) === undefined, 'a short name that can be a file name'),
  include: texts,
  exclude: texts,
  out: notEmpty,
  environments: (value, path, problems) => {
    if (!isRecord(value) || Object.keys(value).length === 0) {
      problems.push(`${path} names no environment; write at least one, e.g. environments: { production: {} }`);
      return;
    }
    for (const [name, entry] of Object.entries(value)) {
      const unsafe = unsafeFileName(name);
      if (unsafe !== undefined) problems.push(`${path}: the name ${JSON.stringify(name)} ${unsafe}`);
      environment(entry, `${path}.${name}`, problems);
    }
  },
});

/** What is wrong with the shape of a configuration, one line each; none when it is right. */
export function configProblems(value: unknown): string[] {
  const problems: Problems = [];
  config(value, 'config', problems);
  if (isRecord(value)) {
    for (const key of ['project', 'environments'])
      if (value[key] === undefined) problems.push(`config.${key} is missing`);
  }
  return problems;
}
