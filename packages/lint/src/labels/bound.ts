/**
 * An upper bound on the labels a result can carry: no more than these, or anything but these. The metric name is left
 * out of it.
 */
export interface LabelBound {
  readonly open: boolean;
  /** Open: labels that cannot be there. Closed: the only ones that can. */
  readonly labels: ReadonlySet<string>;
}

export const ANYTHING: LabelBound = { open: true, labels: new Set() };
export const NOTHING: LabelBound = { open: false, labels: new Set() };

export function only(labels: Iterable<string>): LabelBound {
  return { open: false, labels: new Set(labels) };
}

export function allBut(labels: Iterable<string>): LabelBound {
  return { open: true, labels: new Set(labels) };
}

export function canHave({ open, labels }: LabelBound, label: string): boolean {
  return labels.has(label) !== open;
}

export function complement({ open, labels }: LabelBound): LabelBound {
  return { open: !open, labels };
}

/** What at least one of the two can carry. */
export function union(a: LabelBound, b: LabelBound): LabelBound {
  if (a.labels.size === 0) return a.open ? a : b;
  if (b.labels.size === 0) return b.open ? b : a;
  if (!a.open && !b.open) return only([...a.labels, ...b.labels]);
  if (a.open && b.open) return allBut([...a.labels].filter((label) => b.labels.has(label)));
  const [open, closed] = a.open ? [a, b] : [b, a];
  return allBut([...open.labels].filter((label) => !closed.labels.has(label)));
}

/** What both can carry. */
export function intersection(a: LabelBound, b: LabelBound): LabelBound {
  if (a.labels.size === 0) return a.open ? b : a;
  if (b.labels.size === 0) return b.open ? a : b;
  return complement(union(complement(a), complement(b)));
}
