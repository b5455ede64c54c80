import { callLoki, callPrometheus, type QueryData } from './api.ts';
import { numberOf, seriesText } from './frames.ts';

/** A question for the values of a variable. */
export type VariableQuery =
  | { readonly kind: 'labelValues'; readonly label: string; readonly selector?: string }
  | { readonly kind: 'labelNames'; readonly pattern?: string }
  | { readonly kind: 'metrics'; readonly pattern: string }
  | { readonly kind: 'queryResult'; readonly expr: string }
  | { readonly kind: 'series'; readonly selector: string };

const LABEL_VALUES = /^label_values\(\s*(?:([^]+?)\s*,\s*)?"?([\p{L}_][^,"\s)]*)"?\s*\)\s*$/u;

/** Reads the small language in which variables of Prometheus are written. */
export function readVariableQuery(text: string): VariableQuery {
  const query = text.trim();
  const values = LABEL_VALUES.exec(query);
  if (values !== null) {
    const [, selector, label = ''] = values;
    return { kind: 'labelValues', label, ...(selector === undefined ? {} : { selector }) };
  }
  const names = /^label_names\(\s*(.*?)\s*\)\s*$/.exec(query);
  if (names !== null)
    return { kind: 'labelNames', ...(names[1] === '' || names[1] === undefined ? {} : { pattern: names[1] }) };
  const metrics = /^metrics\((.*)\)\s*$/.exec(query);
  if (metrics !== null) return { kind: 'metrics', pattern: metrics[1] ?? '' };
  const result = /^query_result\(([^]*)\)\s*$/.exec(query);
  if (result !== null) return { kind: 'queryResult', expr: result[1] ?? '' };
  return { kind: 'series', selector: query };
}

/** The time range of a question, Unix seconds. */
export interface Between {
  readonly start: number;
  readonly end: number;
}

function resultTexts(data: QueryData): readonly string[] {
  switch (data.resultType) {
    case 'vector':
      return data.result.flatMap(({ metric, value }) =>
        value === undefined ? [] : [`${seriesText(metric) || '{}'} ${numberOf(value[1])} ${value[0] * 1000}`],
      );
    case 'scalar':
    case 'string':
      return [data.result[1]];
    case 'matrix':
      return [];
    default:
      return data satisfies never;
  }
}

/** The values of a variable. @throws {ApiError} when Prometheus refuses the question. */
export async function askVariable(query: VariableQuery, source: string, between: Between): Promise<readonly string[]> {
  switch (query.kind) {
    case 'labelValues': {
      const { label, selector } = query;
      const call = `label/${encodeURIComponent(label)}/values`;
      return (await callPrometheus<readonly string[]>(source, call, { ...between, 'match[]': selector })).data;
    }
    case 'labelNames': {
      const { data } = await callPrometheus<readonly string[]>(source, 'labels', { ...between });
      const pattern = query.pattern === undefined ? undefined : new RegExp(query.pattern);
      return data.filter((name) => pattern?.test(name) ?? true);
    }
    case 'metrics': {
      const { data } = await callPrometheus<readonly string[]>(source, 'label/__name__/values', { ...between });
      const pattern = new RegExp(query.pattern);
      return data.filter((name) => pattern.test(name));
    }
    case 'queryResult': {
      const { data } = await callPrometheus<QueryData>(source, 'query', { query: query.expr, time: between.end });
      return resultTexts(data);
    }
    case 'series': {
      const parameters = { ...between, 'match[]': query.selector };
      const { data } = await callPrometheus<readonly Readonly<Record<string, string>>[]>(source, 'series', parameters);
      return data.map((labels) => seriesText(labels));
    }
    default:
      return query satisfies never;
  }
}

/** The values of a variable of logs. @throws {Error} for a question that logs have no answer to. */
export async function askLogVariable(
  query: VariableQuery,
  source: string,
  between: Between,
): Promise<readonly string[]> {
  if (query.kind === 'labelValues') {
    const { label, selector } = query;
    const path = `label/${encodeURIComponent(label)}/values`;
    return (await callLoki<readonly string[]>(source, path, { ...between, query: selector })).data;
  }
  if (query.kind === 'labelNames') return (await callLoki<readonly string[]>(source, 'labels', { ...between })).data;
  throw new Error('a variable of logs lists the values of a label: label_values({…}, label)');
}
