import { isRecord } from '@binnacle/model';
import { listedQuery, type Matcher, NO_SPAN } from '@binnacle/promql';

/** A query of a dashboard, and the labels that are needed of what it finds. */
export interface Asked {
  readonly group: 'prometheus' | 'loki';
  readonly query: string;
  readonly labels: readonly string[];
  /** Of a variable: what of the values of its label it takes. */
  readonly taken?: Matcher;
}

const LISTED_LABEL = /[,(]\s*"?([A-Za-z_]\w*)"?\s*\)\s*$/;

function textIn(value: unknown, ...keys: readonly string[]): string | undefined {
  if (!isRecord(value)) return undefined;
  for (const key of keys) {
    const text = value[key];
    if (typeof text === 'string' && text !== '') return text;
  }
  return undefined;
}

function legendLabels(legend = ''): readonly string[] {
  return [...legend.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].flatMap(([, label]) => (label === undefined ? [] : [label]));
}

function search(value: unknown, found: Asked[], pattern = ''): void {
  if (Array.isArray(value)) for (const inner of value) search(inner, found, pattern);
  if (!isRecord(value)) return;
  const { group, spec } = value;
  if (value['kind'] !== 'DataQuery' || !isRecord(spec)) {
    const own = value['kind'] === 'QueryVariable' ? patternIn(spec) : pattern;
    for (const inner of Object.values(value)) search(inner, found, own);
    return;
  }
  if (group !== 'prometheus' && group !== 'loki' && group !== '') return;
  const asked = { group: group === 'loki' ? group : 'prometheus' } as const;
  const expr = textIn(spec, 'expr');
  if (expr !== undefined) found.push({ ...asked, query: expr, labels: legendLabels(textIn(spec, 'legendFormat')) });
  const listed = textIn(spec, 'query', '__legacyStringValue');
  if (expr !== undefined || listed === undefined) return;
  const [, label] = LISTED_LABEL.exec(listed) ?? [];
  found.push({
    ...asked,
    query: listedQuery(listed),
    labels: label === undefined ? [] : [label],
    ...(label !== undefined && pattern !== '' && { taken: { label, op: '=~', value: pattern, span: NO_SPAN } }),
  });
}

/** A variable's own regular expression, as a pattern of whole values; empty where it takes all of them, or parts of them. */
function patternIn(spec: unknown): string {
  const [, inner = ''] = /^\/?(.*?)\/?$/.exec(textIn(spec, 'regex') ?? '') ?? [];
  return inner === '' || /\((?!\?:)|\(\?[!=<]/.test(inner)
    ? ''
    : `.*(?:${inner.replace(/^\^/, '').replace(/\$$/, '')}).*`;
}

/** The queries of Prometheus and Loki in a dashboard of the v2 shape: of panels, annotations and variables. */
export function queriesIn(spec: unknown): readonly Asked[] {
  const found: Asked[] = [];
  search(spec, found);
  return found;
}

function variablesIn(
  spec: unknown,
): readonly { readonly kind: unknown; readonly name: string; readonly spec: unknown }[] {
  const variables: readonly unknown[] = isRecord(spec) && Array.isArray(spec['variables']) ? spec['variables'] : [];
  return variables.flatMap((variable) => {
    if (!isRecord(variable)) return [];
    const name = textIn(variable['spec'], 'name');
    return name === undefined ? [] : [{ kind: variable['kind'], name, spec: variable['spec'] }];
  });
}

/** Values of variables that are a list. */
export function optionsIn(spec: unknown): ReadonlyMap<string, readonly string[]> {
  return new Map(
    variablesIn(spec).flatMap(({ kind, name, spec: own }) => {
      const text = textIn(own, 'query');
      if (text === undefined || (kind !== 'CustomVariable' && kind !== 'ConstantVariable')) return [];
      const values = text.split(',').map(
        (one) =>
          one
            .split(/\s+:\s+/)
            .at(-1)
            ?.trim() ?? '',
      );
      return [[name, values.filter((one) => one !== '')] as const];
    }),
  );
}

/** The labels that variables list the values of. */
export function sourcesIn(spec: unknown): ReadonlyMap<string, string> {
  return new Map(
    variablesIn(spec).flatMap(({ kind, name, spec: own }) => {
      const query = isRecord(own) && isRecord(own['query']) ? own['query']['spec'] : undefined;
      const listed = textIn(query, 'query', '__legacyStringValue') ?? textIn(own, 'definition');
      const [, label] = LISTED_LABEL.exec(listed ?? '') ?? [];
      return kind === 'QueryVariable' && label !== undefined ? [[name, label] as const] : [];
    }),
  );
}
