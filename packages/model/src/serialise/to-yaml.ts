import { isRecord } from '../record.ts';
import { orderedKeys } from './key-order.ts';
import { literalBlock, yamlKey, yamlNumber, yamlString } from './scalar.ts';

/** Readers may refuse an implicit key of more than 1024 characters (YAML 1.2.2, 7.4). */
const LONGEST_IMPLICIT_KEY = 1000;

/** A document as it is written. */
interface Lines {
  readonly lines: string[];
  /** What the next line starts with instead of its indentation: the dashes of the sequences whose first item it begins. */
  lead: string | undefined;
}

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

function sequence(items: readonly unknown[], indent: string, to: Lines): void {
  const inner = `${indent}  `;
  for (const item of items) {
    const start = to.lead ?? indent;
    to.lead = undefined;
    const scalar = inline(item, inner);
    if (scalar === undefined) {
      to.lead = `${start}- `;
      collection(item, inner, to);
    } else to.lines.push(`${start}- ${scalar}`);
  }
}

function mapping(object: Readonly<Record<string, unknown>>, indent: string, to: Lines): void {
  const inner = `${indent}  `;
  for (const key of orderedKeys(object)) {
    const value = object[key];
    if (!isWritten(value)) continue;
    const start = to.lead ?? indent;
    to.lead = undefined;
    const name = yamlKey(key);
    const head = name.length > LONGEST_IMPLICIT_KEY ? `${start}? ${name}\n${indent}:` : `${start}${name}:`;
    const scalar = inline(value, inner);
    to.lines.push(scalar === undefined ? head : `${head} ${scalar}`);
    if (scalar === undefined) collection(value, inner, to);
  }
}

function collection(value: unknown, indent: string, to: Lines): void {
  if (Array.isArray(value)) sequence(value, indent, to);
  else if (isRecord(value)) mapping(value, indent, to);
}

/**
 * Plain data as one YAML document in block style: keys in conventional order, strings quoted wherever a reader of YAML 1.1
 * or 1.2 could take them for something else, multi-line strings as literal blocks. Equal data gives equal bytes.
 */
export function toYaml(value: unknown): string {
  const scalar = inline(value, '  ');
  if (scalar !== undefined) return `${scalar}\n`;
  const to: Lines = { lines: [], lead: undefined };
  collection(value, '', to);
  return `${to.lines.join('\n')}\n`;
}
