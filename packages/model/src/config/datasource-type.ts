import { nearest } from '../nearest.ts';
import type { Problems } from './shape.ts';

/**
 * Ids of the data source plugins that have no organisation in front: those Grafana comes with, or once did. Every other plugin is
 * called `<organisation>-<name>-datasource`.
 */
const CORE_TYPES: readonly string[] = [
  'alertmanager',
  'cloudwatch',
  'dashboard',
  'elasticsearch',
  'grafana',
  'graphite',
  'influxdb',
  'jaeger',
  'loki',
  'mixed',
  'mssql',
  'mysql',
  'opentsdb',
  'parca',
  'phlare',
  'postgres',
  'prometheus',
  'stackdriver',
  'tempo',
  'testdata',
  'zipkin',
];

/** A plugin id that is no misspelt one of Grafana's own. */
export function datasourceType(value: unknown, path: string, problems: Problems): void {
  if (typeof value !== 'string' || value.trim() === '') {
    problems.push(`${path} is ${JSON.stringify(value)}; write a plugin id like 'prometheus'`);
    return;
  }
  if (value.includes('-') || CORE_TYPES.includes(value)) return;
  const near = nearest(value, CORE_TYPES);
  if (near !== undefined)
    problems.push(`${path} is "${value}", which is no data source plugin; did you mean '${near}'?`);
}
