import { readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** A file of the page, ready to be sent. */
export interface StaticFile {
  readonly content: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
/** `index-Bx3f9aQ1.js`: another content would have another name. */
const HASHED = /[-.][\w-]{8,}\.\w+$/;
const LONG = 'public, max-age=31536000, immutable';

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** Path of a file in the folder, also through links; undefined for anything outside of it or not there. */
function inside(folder: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  const file = join(folder, decoded);
  if (!file.startsWith(folder + sep) || !isFile(file)) return undefined;
  const [real, root] = [realpathSync(file), realpathSync(folder)];
  return real.startsWith(root + sep) ? real : undefined;
}

/** Whether a path is that of a view of the page and not of a file: views have no extension. */
function isView(path: string): boolean {
  return extname(path) === '';
}

/** A file of the page by the path of its address; every view of the page is its `index.html`. Undefined when there is none. */
export function staticFile(folder: string, path: string): StaticFile | undefined {
  const file =
    inside(folder, path === '/' ? '/index.html' : path) ?? (isView(path) ? inside(folder, '/index.html') : undefined);
  if (file === undefined) return undefined;
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const isLong = path.startsWith('/assets/') && HASHED.test(file);
  return {
    content: readFileSync(file),
    headers: { 'content-type': type, 'cache-control': isLong ? LONG : 'no-cache' },
  };
}
