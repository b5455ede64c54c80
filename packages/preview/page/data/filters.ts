import { type MatchOp, NO_SPAN, parse, print, transform } from '@binnacle/promql';

/** A filter of an ad hoc variable, as scenes hands it over. */
export interface Filter {
  readonly key: string;
  readonly operator: string;
  readonly value: string;
  readonly values?: readonly string[];
}

function escaped(text: string): string {
  return text.replaceAll(/[$^*{}[\]+?.()|\\]/g, '\\$&');
}

function matcherOf({ key, operator, value, values = [] }: Filter): { op: MatchOp; label: string; value: string } {
  switch (operator) {
    case '!=':
    case '=~':
    case '!~':
      return { op: operator, label: key, value };
    case '=|':
      return { op: '=~', label: key, value: values.map(escaped).join('|') };
    case '!=|':
      return { op: '!~', label: key, value: values.map(escaped).join('|') };
    default:
      return { op: '=', label: key, value };
  }
}

/** The query with the filters among the matchers of each of its selectors. A query that does not parse stays as it is. */
export function withFilters(query: string, filters: readonly Filter[]): string {
  const usable = filters.filter(({ key, value, values = [] }) => key !== '' && (value !== '' || values.length > 0));
  if (usable.length === 0) return query;
  const { expr, errors } = parse(query);
  if (errors.length > 0) return query;
  const added = usable.map((filter) => ({ ...matcherOf(filter), span: NO_SPAN }));
  return print(
    transform(expr, (node) =>
      node.type === 'VectorSelector' ? { ...node, matchers: [...node.matchers, ...added] } : node,
    ),
  );
}
