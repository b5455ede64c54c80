import { relative } from 'node:path';
import type { Resource } from '@binnacle/model';
import type { MetricInCode } from '../wire/project.ts';

/** How definitions get at the metric a pointer leads to; undefined of a service that no TypeScript exports. */
export function metricInCode({ source }: Resource, pointer: string, root: string): MetricInCode | undefined {
  const [key, exported] = [source?.names?.[pointer], source?.exported];
  if (key === undefined || exported === undefined) return undefined;
  return { file: relative(root, exported.file).replaceAll('\\', '/'), exportName: exported.name, key };
}
