import { destinations } from '../destinations/destinations.ts';
import { unsafeFileName } from '../names.ts';
import { isRecord } from '../record.ts';
import { datasourceType } from './datasource-type.ts';
import {
  address,
  duration,
  grafanaVersion,
  labels,
  notEmpty,
  prometheusVersion,
  shape,
  text,
  texts,
  truth,
  type Problems,
} from './shape.ts';

const datasource = shape({
  uid: notEmpty,
  type: datasourceType,
  default: truth,
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
    url: address('https://grafana.example.com'),
  }),
  prometheus: shape({
    version: prometheusVersion,
    features: texts,
    scrapeInterval: duration,
    evaluationInterval: duration,
    retention: duration,
    externalLabels: labels,
  }),
  datasources,
  labels,
  targets: texts,
  destinations,
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
