import { readdirSync } from 'node:fs';
import { isRecord, type LiveResource, parseYaml, type Resource, type Stamp, toYaml } from '@binnacle/model';
import { stampAnnotations, stampOf, withoutStampKeys } from '../../stamp/annotations.ts';
import { TargetError } from '../../target-error.ts';
import { contentOf } from '../stored-file.ts';
import { systemCode, wordsOf } from '../system-error.ts';

type Members = Readonly<Record<string, unknown>>;

/** Names of the YAML files in a folder, sorted; none when there is no folder. */
export function yamlFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .toSorted();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw new TargetError('unavailable', `${folder}: ${wordsOf(error)}`);
  }
}

/** An entity as a resource whose spec is all it says, its metadata included: that is what two of them are compared by. */
export function resourceOf(entity: Resource): Resource {
  const { annotations = {}, name, ...described } = entity.metadata;
  const kept = withoutStampKeys(annotations);
  return {
    apiVersion: entity.apiVersion,
    kind: entity.kind,
    metadata: { name },
    spec: {
      metadata: { ...described, ...(Object.keys(kept).length > 0 && { annotations: kept }) },
      spec: entity.spec,
    },
  };
}

function members(value: unknown): Members {
  return isRecord(value) ? value : {};
}

/** The entity that a resource made by `resourceOf` is, with its stamp among the annotations. */
export function entityOf({ apiVersion, kind, metadata: { name }, spec }: Resource, stamp: Stamp): Members {
  const { metadata, spec: said } = members(spec);
  const { annotations, ...described } = members(metadata);
  return {
    apiVersion,
    kind,
    metadata: { name, ...described, annotations: { ...members(annotations), ...stampAnnotations(stamp) } },
    spec: said,
  };
}

/** The text of an entity's file. */
export function entityText(resource: Resource, stamp: Stamp): string {
  return toYaml(entityOf(resource, stamp));
}

/** The entity in a file; undefined when there is no file, or none that holds exactly one entity. */
export async function liveAt(path: string): Promise<LiveResource | undefined> {
  const text = contentOf(path);
  if (text === undefined) return undefined;
  const { resources, diagnostics } = await parseYaml(text, path);
  const [entity, ...others] = resources;
  if (entity === undefined || others.length > 0 || diagnostics.length > 0) return undefined;
  const stamp = stampOf(entity.metadata.annotations);
  return { resource: resourceOf(entity), ...(stamp !== undefined && { stamp }) };
}
