import type { Finding } from '../finding.ts';
import { kindOf } from '../kinds.ts';
import { keepsNameRule, unsafeFileName } from '../names.ts';
import { pointerToken } from '../pointer.ts';
import { isRecord } from '../record.ts';
import type { Resource } from '../resource.ts';

function* nameFindings({ kind, metadata }: Resource): Generator<Finding> {
  const about = { rule: 'resource/name', severity: 'error', path: '/metadata/name' } as const;
  const shown = JSON.stringify(metadata.name);
  const rule = kindOf(kind)?.name;
  const fix = rule === undefined ? {} : { fix: `write ${rule.describe}` };
  const unsafe = unsafeFileName(metadata.name);
  if (unsafe !== undefined) yield { ...about, message: `the name ${shown} ${unsafe}`, ...fix };
  else if (rule !== undefined && !keepsNameRule(metadata.name, rule)) {
    yield { ...about, message: `the name ${shown} is not one a ${kind} can have`, ...fix };
  }
  const unsafeNamespace = metadata.namespace === undefined ? undefined : unsafeFileName(metadata.namespace);
  if (unsafeNamespace !== undefined) {
    const message = `the namespace ${JSON.stringify(metadata.namespace)} ${unsafeNamespace}`;
    yield { ...about, path: '/metadata/namespace', message };
  }
}

function* valueFindings({ metadata }: Resource): Generator<Finding> {
  for (const part of ['labels', 'annotations'] as const) {
    const values: unknown = metadata[part] ?? {};
    if (!isRecord(values)) {
      const message = `${part} is ${JSON.stringify(values)}, not an object of names and values`;
      yield { rule: 'resource/metadata', severity: 'error', message, path: `/metadata/${part}` };
      continue;
    }
    for (const [key, value] of Object.entries(values)) {
      if (typeof value === 'string') continue;
      yield {
        rule: 'resource/metadata',
        severity: 'error',
        message: `${part.slice(0, -1)} '${key}' is ${JSON.stringify(value)}, not a string`,
        path: `/metadata/${part}/${pointerToken(key)}`,
        fix: `write '${String(value)}' in quotes`,
      };
    }
  }
}

/** What is wrong with a resource's name, namespace, labels and annotations: names that could leave the output folder first of all. */
export function metadataFindings(resource: Resource): Finding[] {
  return [...nameFindings(resource), ...valueFindings(resource)];
}
