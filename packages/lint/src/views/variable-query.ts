/** What the query of a Grafana query variable asks of Prometheus. */
export type VariableQuery =
  /** Names or values of labels, of everything. */
  | { readonly kind: 'everything' }
  /** A selector whose series are listed, or the values of their `label`; the offsets are where each begins in the variable's query. */
  | {
      readonly kind: 'selector';
      readonly promql: string;
      readonly offset: number;
      readonly label?: { readonly name: string; readonly offset: number };
    }
  /** Any instant query. */
  | { readonly kind: 'expression'; readonly promql: string; readonly offset: number }
  /** Begins like one of Grafana's functions and is not written as Grafana reads it. */
  | { readonly kind: 'malformed'; readonly func: string };

const LABEL_NAMES = /^label_names\((.*)\)\s*$/s;
const LABEL_VALUES = /^label_values\((?:(.+),\s*)?([a-zA-Z_$][a-zA-Z0-9_]*|\$\{\w+(?::\w+)?\})\s*\)\s*$/s;
const METRIC_NAMES = /^metrics\(.+\)\s*$/s;
const QUERY_RESULT = /^query_result\((.+)\)\s*$/s;
const FUNCTION = /^(label_names|label_values|metrics|query_result)\s*\(/;
/** Grafana sends no matcher at all for an empty selector. */
const EMPTY_SELECTOR = /^\s*(?:\{\s*\}\s*)?$/;

function selector(text: string, promql: string | undefined): VariableQuery {
  if (promql === undefined || EMPTY_SELECTOR.test(promql)) return { kind: 'everything' };
  return { kind: 'selector', promql, offset: text.indexOf('(') + 1 };
}

/** Reads the query of a query variable the way Grafana's Prometheus datasource does. */
export function readVariableQuery(text: string): VariableQuery {
  const names = LABEL_NAMES.exec(text);
  if (names) return selector(text, names[1]);
  const values = LABEL_VALUES.exec(text);
  if (values) {
    const [listed, name] = [selector(text, values[1]), values[2] ?? ''];
    if (listed.kind !== 'selector' || name.startsWith('$')) return listed;
    return { ...listed, label: { name, offset: text.lastIndexOf(name) } };
  }
  if (METRIC_NAMES.test(text)) return { kind: 'everything' };
  const result = QUERY_RESULT.exec(text);
  if (result?.[1] !== undefined) return { kind: 'expression', promql: result[1], offset: text.indexOf('(') + 1 };
  const func = FUNCTION.exec(text)?.[1];
  if (func !== undefined) return { kind: 'malformed', func };
  return { kind: 'selector', promql: text, offset: 0 };
}
