import { fileURLToPath } from 'node:url';
import type { DefinitionMistake } from '@binnacle/model';
import type { Position } from './source-map.ts';

/** What user code threw, as a finding needs it: one line, what to write instead, and the innermost frame in the bundle. */
export interface Thrown {
  readonly message: string;
  readonly fix?: string;
  readonly position?: Position;
}

const FRAME = /\(?((?:file:\/\/|[A-Za-z]:\\|\/)[^()\n]*?):(\d+):(\d+)\)?$/;

function pathOf(location: string): string {
  return location.startsWith('file://') ? fileURLToPath(location) : location;
}

function messageOf(value: unknown): string {
  if (!(value instanceof Error)) {
    return `threw ${typeof value === 'string' ? JSON.stringify(value) : String(value)} (throw an Error to say more)`;
  }
  const { message: cause } = value.cause instanceof Error ? value.cause : { message: '' };
  const isNew = cause !== '' && !value.message.includes(cause);
  const text = `${value.message}${isNew ? `: ${cause}` : ''}`.split('\n', 1)[0] ?? '';
  // `(0, module.name)(…)` is how a bundle calls an import; the user wrote `name(…)`.
  const plain = text.replace(/\(0\s*,\s*(?:\w+\.)?(\w+)\)/g, '$1');
  return value.name === 'Error' ? plain : `${value.name}: ${plain}`;
}

/** What a `DefinitionError` knows; the definitions may have another copy of its class. */
function mistakeOf(value: Error): DefinitionMistake {
  const at = 'at' in value && typeof value.at === 'object' ? value.at : undefined;
  return at ?? {};
}

/** Reads an exception of code that ran from the file `bundle`. */
export function readThrown(value: unknown, bundle: string): Thrown {
  const message = messageOf(value);
  if (!(value instanceof Error)) return { message };
  const { origin, fix } = mistakeOf(value);
  const position =
    origin?.file === bundle ? { line: origin.line, column: origin.column } : framePosition(value, bundle);
  return { message, ...(fix !== undefined && { fix }), ...(position !== undefined && { position }) };
}

function framePosition({ stack = '' }: Error, bundle: string): Position | undefined {
  for (const line of stack.split('\n').slice(1)) {
    const [, location = '', row = '', column = ''] = FRAME.exec(line.trim()) ?? [];
    // A query string keeps a bundle from being taken for an older one.
    if (location === '' || pathOf(location.replace(/\?[^/]*$/, '')) !== bundle) continue;
    return { line: Number(row), column: Number(column) };
  }
  return undefined;
}
