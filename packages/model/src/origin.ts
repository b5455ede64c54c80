import { fileURLToPath } from 'node:url';
import type { Source } from './resource.ts';

/** A place in a file a person wrote: 1-based line and column. `file` is absolute until a report makes it relative. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Whose code a file holds: the author of definitions, Binnacle or a package, or Node itself. */
type Owner = 'user' | 'library' | 'node';

const BINNACLE_FILE =
  /[\\/](?:@binnacle|packages)[\\/](?:promql|model|builders|lint|targets|cli)[\\/](?:bin|dist|src)[\\/](?!.*\.test(?:-d)?\.[cm]?[jt]s)/;
/** esbuild calls the body of a bundled module by the path of its file. */
const MODULE_BODY = /\.[cm]?[jt]sx?$/;

/** Frames looked at first: enough for a panel made by a helper of a helper. Capturing more costs more. */
const SHALLOW = 7;
/** Frames looked at when the shallow look did not reach the end of the module; what is nested deeper is attributed to an inner helper. */
const DEEP = 64;

const owners = new Map<string, Owner>();
/** Frame's file → path: bundles have few files and many frames. */
const paths = new Map<string, string>();

function pathOf(file: string): string {
  let path = paths.get(file);
  if (path === undefined) paths.set(file, (path = file.startsWith('file:') ? fileURLToPath(file) : file));
  return path;
}

function ownerOf(file: string): Owner {
  let owner = owners.get(file);
  if (owner === undefined) {
    const isLibrary = file.includes('node_modules') || BINNACLE_FILE.test(file);
    owner = file.startsWith('node:') ? 'node' : isLibrary ? 'library' : 'user';
    owners.set(file, owner);
  }
  return owner;
}

/** What the last look at the stack found, and whether it saw all of the module. */
let found: NodeJS.CallSite | undefined;
let isWhole = false;

/** Stands in for the formatter of stack traces while one is captured: remembers the outermost frame of the user's module. */
function lookAt(_error: Error, frames: NodeJS.CallSite[]): void {
  found = undefined;
  isWhole = true;
  for (const frame of frames) {
    const file = frame.getFileName();
    if (file === null || file === undefined) continue;
    const owner = ownerOf(file);
    if (owner === 'user') {
      const name = frame.getFunctionName();
      // esbuild runs each module body inside `__init`; what lies beyond it only imported this module.
      if (name === '__init') return;
      found = frame;
      if (name !== null && MODULE_BODY.test(name)) return;
    } else if (owner === 'node' && found !== undefined) return;
  }
  isWhole = frames.length < Error.stackTraceLimit;
}

/**
 * Where the caller of a builder was written: the outermost frame in the user's project, so that a panel made by a
 * shared helper points at the definition file that asked for it. In a loaded bundle this is a position in the bundle;
 * the loader maps it through the source map. Undefined when no frame is the user's.
 */
export function captureOrigin(): Origin | undefined {
  // oxlint-disable-next-line typescript/unbound-method -- only put back, never called
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.prepareStackTrace = lookAt;
  Error.stackTraceLimit = SHALLOW;
  // Reading `stack` is what runs `lookAt`.
  void new Error('where').stack;
  if (!isWhole) {
    Error.stackTraceLimit = DEEP;
    void new Error('where').stack;
  }
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  const file = found?.getFileName();
  if (found === undefined || file === null || file === undefined) return undefined;
  return {
    file: pathOf(file),
    line: found.getLineNumber() ?? 1,
    column: found.getColumnNumber() ?? 1,
  };
}

/** Where the part of a resource that a JSON pointer names was written: the origin of the nearest enclosing part, or the resource's own. */
export function originAt(resource: { readonly source?: Source }, path: string): Origin | undefined {
  const { source } = resource;
  if (source?.parts === undefined) return source?.origin;
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const origin = source.parts[path.slice(0, end)];
    if (origin !== undefined) return origin;
  }
  return source.origin;
}
