import { finding, resourceId, unsafeFileName, type Diagnostic, type Resource } from '@binnacle/model';
import type { Emission, OutputFile } from './target.ts';

/** A file before its path is known to be safe and free. `segments` are the path's parts, the last with its extension. */
export interface Piece {
  readonly resource: Resource;
  readonly segments: readonly string[];
  readonly content: string;
}

/** Two paths with the same key are one file where case or Unicode form does not count (macOS, Windows). */
function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function byPath(a: OutputFile, b: OutputFile): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}

/** A target's files with safe, distinct, sorted paths; a name that cannot be a path, or that another resource took, is an error. */
export function assemble(target: string, pieces: readonly Piece[], diagnostics: readonly Diagnostic[]): Emission {
  const taken = new Map<string, Resource>();
  const files: OutputFile[] = [];
  const found = [...diagnostics];
  for (const { resource, segments, content } of pieces) {
    const refuse = (message: string, fix: string): void => {
      found.push(
        finding(resource, { rule: `target/${target}`, severity: 'error', path: '/metadata/name', message, fix }),
      );
    };
    const unsafe = segments.find((segment) => unsafeFileName(segment) !== undefined);
    if (unsafe !== undefined) {
      refuse(
        `'${unsafe}' cannot be a file name: it ${unsafeFileName(unsafe)}`,
        'name it with letters, digits, - and _',
      );
      continue;
    }
    const path = [target, ...segments].join('/');
    const other = taken.get(pathKey(path));
    if (other !== undefined) {
      refuse(`${path} is already written for ${resourceId(other)}`, 'give one of the two another name');
      continue;
    }
    taken.set(pathKey(path), resource);
    files.push({ path, content });
  }
  return { files: files.toSorted(byPath), diagnostics: found };
}

/** An emission with one more file, which stands for the others: a list of them, or what reads them. */
export function withFile({ files, diagnostics }: Emission, file: OutputFile): Emission {
  return { files: [...files, file].toSorted(byPath), diagnostics };
}
