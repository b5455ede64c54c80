import type { Source } from './resource.ts';

/** A place in a file a person wrote: 1-based line and column. `file` is absolute until a report makes it relative. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const BINNACLE_FRAME =
  /[\\/](?:@binnacle|packages)[\\/](?:promql|model|builders|lint|targets|cli)[\\/](?:dist|src|bin)[\\/](?!.*\.test(?:-d)?\.[cm]?[jt]s)/;
const MODULE_BODY = /^__(?:init|require)\d*$/;
/** Frames looked at; helper functions nested deeper than this are attributed to an inner helper. */
const DEPTH = 32;

function outermostUserFrame(_error: Error, frames: readonly NodeJS.CallSite[]): Origin | undefined {
  let found: NodeJS.CallSite | undefined;
  for (const frame of frames) {
    const file = frame.getFileName();
    if (file === null || file === undefined || file.startsWith('node:')) {
      if (found !== undefined) break;
      continue;
    }
    // esbuild runs each module body inside `__init` or `__require`; what lies beyond it only imported this module.
    if (MODULE_BODY.test(frame.getFunctionName() ?? '')) break;
    if (BINNACLE_FRAME.test(file) || file.includes('node_modules')) continue;
    found = frame;
  }
  const file = found?.getFileName();
  if (found === undefined || file === null || file === undefined) return undefined;
  return {
    file: file.startsWith('file://') ? decodeURIComponent(new URL(file).pathname) : file,
    line: found.getLineNumber() ?? 1,
    column: found.getColumnNumber() ?? 1,
  };
}

/**
 * Where the caller of a builder was written: the outermost frame in the user's project, so that a panel made by a
 * shared helper points at the definition file that asked for it. In a loaded bundle this is a position in the bundle;
 * the loader maps it through the source map.
 */
export function captureOrigin(): Origin | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.prepareStackTrace = outermostUserFrame as unknown as typeof Error.prepareStackTrace;
  Error.stackTraceLimit = DEPTH;
  const holder: { stack?: unknown } = {};
  Error.captureStackTrace(holder, captureOrigin);
  const origin = holder.stack as Origin | undefined;
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  return origin;
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
