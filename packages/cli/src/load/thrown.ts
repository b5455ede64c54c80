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

function usualFix(value: Error, bundle: string, exporter: (name: string) => string | undefined): string | undefined {
  if (value.name === 'ReferenceError') {
    const missing = /^([\w$]+) is not defined$/.exec(value.message)?.[1];
    const from = missing === undefined ? undefined : exporter(missing);
    return from === undefined ? undefined : `import it from '${from}'`;
  }
  const [innermost] = framesOf(value);
  // What a builder stumbled over is what it was called with.
  const isElsewhere = value.name === 'TypeError' && innermost !== undefined && innermost.file !== bundle;
  return isElsewhere ? 'this was called with what it does not take: `npx tsc --noEmit` says what it takes' : undefined;
}

/** Reads an exception of code that ran from the file `bundle`; `exporter` is the package that exports a name. */
export function readThrown(
  value: unknown,
  bundle: string,
  exporter: (name: string) => string | undefined = () => undefined,
): Thrown {
  const message = messageOf(value);
  if (!(value instanceof Error)) return { message };
  const { origin, fix = usualFix(value, bundle, exporter) } = mistakeOf(value);
  const position =
    origin?.file === bundle ? { line: origin.line, column: origin.column } : framePosition(value, bundle);
  return { message, ...(fix !== undefined && { fix }), ...(position !== undefined && { position }) };
}

interface Frame extends Position {
  readonly file: string;
}

/** The frames of a stack that are in files, innermost first. */
function framesOf({ stack = '' }: Error): readonly Frame[] {
  return stack
    .split('\n')
    .slice(1)
    .flatMap((text) => {
      const [, location = '', row = '', column = ''] = FRAME.exec(text.trim()) ?? [];
      // A query string keeps a bundle from being taken for an older one.
      const file = location === '' ? '' : pathOf(location.replace(/\?[^/]*$/, ''));
      return file === '' ? [] : [{ file, line: Number(row), column: Number(column) }];
    });
}

function framePosition(error: Error, bundle: string): Position | undefined {
  const frame = framesOf(error).find(({ file }) => file === bundle);
  return frame === undefined ? undefined : { line: frame.line, column: frame.column };
}
