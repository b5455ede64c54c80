import { isRecord } from '@binnacle/model';
import { textOf } from '../drawing/field-values.ts';
import { textIn } from './data-query.ts';
import type { DataQuerySpec } from './spec.ts';

/** Fields of a span that TraceQL has itself, which have no scope. */
const OWN = new Set(['duration', 'kind', 'name', 'status', 'rootName', 'rootServiceName', 'traceDuration']);

/** A condition that was chosen in Grafana's search of traces, in TraceQL; empty while it has no value. */
function conditionOf(filter: Readonly<Record<string, unknown>>): string {
  const { tag, operator, scope, value, valueType } = filter;
  const values = [value].flat().map(textOf);
  const [first = ''] = values;
  if (textOf(tag) === '' || first === '') return '';
  const scoped = OWN.has(textOf(tag)) ? '' : `${scope === 'unscoped' ? '' : textOf(scope)}.`;
  const text = values.join('|');
  return `${scoped}${textOf(tag)}${textOf(operator) || '='}${valueType === 'string' ? JSON.stringify(text) : text}`;
}

/** The text of a query of Tempo: as it is written, or put together from what was chosen in Grafana's search. */
export function traceqlIn(query: DataQuerySpec): string {
  const spec: unknown = query.spec;
  if (textIn(query, 'queryType') !== 'traceqlSearch' || !isRecord(spec)) return textIn(query, 'query') ?? '';
  const filters: readonly unknown[] = Array.isArray(spec['filters']) ? spec['filters'] : [];
  const conditions = filters.filter(isRecord).map(conditionOf);
  return `{${conditions.filter((one) => one !== '').join(' && ')}}`;
}
