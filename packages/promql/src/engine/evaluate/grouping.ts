import type { AggregateExpr } from '../../ast.ts';
import type { Column } from './value.ts';
import { dropLabels, keepLabels, type LabelSet } from '../labels.ts';

/** The series of one group of an aggregation. */
export interface Group {
  readonly labels: LabelSet;
  readonly dropName: boolean;
  readonly columns: readonly Column[];
}

/** The labels a series is grouped by. */
export function groupLabels({
  grouping,
  without,
}: Pick<AggregateExpr, 'grouping' | 'without'>): (labels: LabelSet) => LabelSet {
  const names = new Set(grouping.map(({ name }) => name));
  if (!without) return (labels) => keepLabels(labels, names);
  names.add('__name__');
  return (labels) => dropLabels(labels, names);
}

/** Series by group, groups in the order in which they appear. */
export function groupsOf(expr: AggregateExpr, columns: readonly Column[]): readonly Group[] {
  const labelsOf = groupLabels(expr);
  const keepsName = !expr.without && expr.grouping.some(({ name }) => name === '__name__');
  const groups = new Map<string, { labels: LabelSet; dropName: boolean; columns: Column[] }>();
  for (const column of columns) {
    const labels = labelsOf(column.labels);
    const group = groups.get(labels.key);
    if (group === undefined) groups.set(labels.key, { labels, dropName: !keepsName, columns: [column] });
    else group.columns.push(column);
  }
  return [...groups.values()];
}
