import { finding, resourceId, unsafeFileName, type Diagnostic, type Environment, type Resource } from '@binnacle/model';
import { inOrder } from './selected.ts';
import type { Emission, FileTarget, Made, OutputFile, Piece } from './target.ts';

/** Two paths with the same key are one file where case or Unicode form does not count (macOS, Windows). */
function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function byPath(a: OutputFile, b: OutputFile): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}

/** Gives the pieces of one target safe and distinct paths. */
export interface Placer {
  /** A name that cannot be a path, or that another resource took, is an error. */
  readonly place: (made: Made) => Emission;
  /** True when no resource has taken any of these paths. */
  readonly isFree: (paths: readonly string[]) => boolean;
  /** Takes paths that a resource was given in an earlier run. */
  readonly take: (resource: Resource, paths: readonly string[]) => void;
}

/** A placer of a target's pieces in its folder. */
export function placing(target: string): Placer {
  const taken = new Map<string, Resource>();

  function refusal({ resource, segments }: Piece): Pick<Diagnostic, 'message' | 'fix'> | undefined {
    const unsafe = segments.find((segment) => unsafeFileName(segment) !== undefined);
    if (unsafe !== undefined) {
      const message = `'${unsafe}' cannot be a file name: it ${unsafeFileName(unsafe)}`;
      return { message, fix: 'name it with letters, digits, - and _' };
    }
    const path = [target, ...segments].join('/');
    const other = taken.get(pathKey(path));
    taken.set(pathKey(path), other ?? resource);
    if (other === undefined) return undefined;
    const message = `${path} is already written for ${resourceId(other)}`;
    return { message, fix: 'give one of the two another name' };
  }
  return {
    place({ pieces, diagnostics }) {
      const files: OutputFile[] = [];
      const found = [...diagnostics];
      for (const piece of pieces) {
        const refused = refusal(piece);
        if (refused === undefined) files.push({ path: [target, ...piece.segments].join('/'), content: piece.content });
        else
          found.push(
            finding(piece.resource, {
              rule: `target/${target}`,
              severity: 'error',
              path: '/metadata/name',
              ...refused,
            }),
          );
      }
      return { files, diagnostics: found };
    },
    isFree: (paths) => paths.every((path) => !taken.has(pathKey(path))),
    take: (resource, paths) => paths.forEach((path) => taken.set(pathKey(path), resource)),
  };
}

/** All that a target makes of resources, at once. */
export function emit(target: FileTarget, resources: readonly Resource[], environment: Environment): Emission {
  const { of, together, index } = target.open(resources, environment);
  const { place } = placing(target.id);
  const emissions = [
    ...inOrder(resources).map((resource) => place(of(resource))),
    ...(together ? [place(together())] : []),
  ];
  const files = emissions.flatMap((emission) => emission.files).toSorted(byPath);
  const last = files.length === 0 ? undefined : index?.(files.map(({ path }) => path));
  return {
    files: last === undefined ? files : [...files, last].toSorted(byPath),
    diagnostics: emissions.flatMap(({ diagnostics }) => diagnostics),
  };
}
