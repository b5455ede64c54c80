import { isRecord } from '../record.ts';
import { orderedKeys } from './key-order.ts';

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isRecord(value)) return value;
  const result: Record<string, unknown> = {};
  for (const key of orderedKeys(value)) {
    const member = ordered(value[key]);
    if (key === '__proto__') Object.defineProperty(result, key, { value: member, enumerable: true });
    else result[key] = member;
  }
  return result;
}

/**
 * Plain data as JSON text: keys in conventional order (`apiVersion`, `kind`, `metadata`, … , `spec`), arrays as they are,
 * two spaces, newline at the end. Equal data gives equal bytes.
 */
export function toJson(value: unknown): string {
  return `${JSON.stringify(ordered(value), null, 2)}\n`;
}
