import { styleText } from 'node:util';

/** Formats `styleText` knows, as far as reports use them. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan' | 'underline';

/** Styles text, or returns it as it is when the stream shows no colours. */
export type Paint = (style: Style, text: string) => string;

/** Whether a stream gets colours: `FORCE_COLOR` and `NO_COLOR` decide before the terminal does. */
export function hasColours(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return stream.isTTY === true && term !== 'dumb';
}

/** The painter for a stream. */
export function painter(stream: { readonly isTTY?: boolean }, env?: NodeJS.ProcessEnv): Paint {
  return hasColours(stream, env)
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_style, text) => text;
}

/** Width of a terminal; undefined for a stream that is none, such as a file. */
export function columnsOf(stream: { readonly isTTY?: boolean; readonly columns?: number }): number | undefined {
  return stream.isTTY === true ? stream.columns : undefined;
}
