import { isRecord } from '../record.ts';
import { orderedKeys } from './key-order.ts';
import { literalBlock, yamlKey, yamlNumber, yamlString } from './scalar.ts';

/** Readers may refuse an implicit key of more than 1024 characters (YAML 1.2.2, 7.4). */
const LONGEST_IMPLICIT_KEY = 1000;

function isWritten(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}

function text(value: string, indent: string): string {
  const block = literalBlock(value);
  if (block === undefined) return yamlString(value);
  let out: string = block.header;
  for (const line of block.lines) out += line === '' ? '\n' : `\n${indent}${line}`;
  return out;
}

/** The value as it stands after `key:` or `-`, or undefined when it is a collection with members; `indent` is for a literal block's lines. */
function inline(value: unknown, indent: string): string | undefined {
  if (typeof value === 'string') return text(value, indent);
  if (typeof value === 'number') return yamlNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : undefined;
  if (isRecord(value)) return Object.values(value).some(isWritten) ? undefined : '{}';
  return 'null';
}

function sequence(items: readonly unknown[], indent: string): string {
  const inner = `${indent}  `;
  let out = '';
  for (const item of items) {
    const scalar = inline(item, inner);
    // A nested collection starts on the line of its dash, which stands in its first indentation.
    out +=
      scalar === undefined ? `${indent}- ${collection(item, inner).slice(inner.length)}` : `${indent}- ${scalar}\n`;
  }
  return out;
}

function mapping(object: Readonly<Record<string, unknown>>, indent: string): string {
  const inner = `${indent}  `;
  let out = '';
  for (const key of orderedKeys(object)) {
    const value = object[key];
    if (!isWritten(value)) continue;
    const name = yamlKey(key);
    out += name.length > LONGEST_IMPLICIT_KEY ? `${indent}? ${name}\n${indent}:` : `${indent}${name}:`;
    const scalar = inline(value, inner);
    out += scalar === undefined ? `\n${collection(value, inner)}` : ` ${scalar}\n`;
  }
  return out;
}

function collection(value: unknown, indent: string): string {
  if (Array.isArray(value)) return sequence(value, indent);
  return isRecord(value) ? mapping(value, indent) : '';
}

/**
 * Plain data as one YAML document in block style: keys in conventional order, strings quoted wherever a reader of YAML 1.1
 * or 1.2 could take them for something else, multi-line strings as literal blocks. Equal data gives equal bytes.
 */
export function toYaml(value: unknown): string {
  const scalar = inline(value, '  ');
  return scalar === undefined ? collection(value, '') : `${scalar}\n`;
}
