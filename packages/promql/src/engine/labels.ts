/** Labels of a series by name, `__name__` among them. */
export type Labels = Readonly<Record<string, string>>;

/** Labels in the engine: names and values in turn, sorted by name, none empty, with a text that only equal labels share. */
export interface LabelSet {
  readonly pairs: readonly string[];
  readonly key: string;
}

/** Stands between names and values in keys. A lone high surrogate is in no text that was UTF-8. */
const SEPARATOR = '\uD800';
/** The labels that describe the metric itself: operations that change the meaning of the value remove them. */
const METADATA: ReadonlySet<string> = new Set(['__name__', '__type__', '__unit__']);

export const NO_LABELS: LabelSet = { pairs: [], key: '' };

function made(pairs: readonly string[]): LabelSet {
  return pairs.length === 0 ? NO_LABELS : { pairs, key: pairs.join(SEPARATOR) };
}

/** Labels as the engine keeps them; a label without a value is no label. */
export function labelSet(labels: Labels): LabelSet {
  const pairs: string[] = [];
  for (const name of Object.keys(labels).toSorted()) {
    const value = labels[name];
    if (value !== undefined && value !== '') pairs.push(name, value);
  }
  return made(pairs);
}

/** Labels as a plain object, in the order of their names. */
export function plainLabels({ pairs }: LabelSet): Labels {
  const labels: Record<string, string> = {};
  for (let i = 0; i < pairs.length; i += 2) {
    const name = pairs[i] ?? '';
    const value = pairs[i + 1] ?? '';
    // A label may be called __proto__.
    if (name === '__proto__') {
      Object.defineProperty(labels, name, { value, enumerable: true, configurable: true, writable: true });
    } else labels[name] = value;
  }
  return labels;
}

/** Value of a label, empty when there is none. */
export function labelValue({ pairs }: LabelSet, name: string): string {
  for (let i = 0; i < pairs.length; i += 2) if (pairs[i] === name) return pairs[i + 1] ?? '';
  return '';
}

function filtered(set: LabelSet, keep: (name: string) => boolean): LabelSet {
  const { pairs } = set;
  const kept: string[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const name = pairs[i] ?? '';
    if (keep(name)) kept.push(name, pairs[i + 1] ?? '');
  }
  return kept.length === pairs.length ? set : made(kept);
}

/** Only the labels named. */
export function keepLabels(set: LabelSet, names: ReadonlySet<string>): LabelSet {
  return filtered(set, (name) => names.has(name));
}

/** All but the labels named. */
export function dropLabels(set: LabelSet, names: ReadonlySet<string>): LabelSet {
  return filtered(set, (name) => !names.has(name));
}

/** Labels of stored series live as long as these: what nearly every query makes of them is made once. */
const withoutMetadata = new WeakMap<LabelSet, LabelSet>();

/** Without the metric's name, type and unit. */
export function dropMetadata(set: LabelSet): LabelSet {
  const known = withoutMetadata.get(set);
  if (known !== undefined) return known;
  const dropped = dropLabels(set, METADATA);
  withoutMetadata.set(set, dropped);
  return dropped;
}

/** With a label set to another value; an empty one removes the label. */
export function withLabel({ pairs }: LabelSet, name: string, value: string): LabelSet {
  const changed: string[] = [];
  let placed = value === '';
  for (let i = 0; i < pairs.length; i += 2) {
    const other = pairs[i] ?? '';
    if (!placed && other >= name) {
      changed.push(name, value);
      placed = true;
    }
    if (other !== name) changed.push(other, pairs[i + 1] ?? '');
  }
  if (!placed) changed.push(name, value);
  return made(changed);
}

/** With several labels set to other values. */
export function withLabels(set: LabelSet, changes: Labels): LabelSet {
  let changed = set;
  for (const [name, value] of Object.entries(changes)) changed = withLabel(changed, name, value);
  return changed;
}

/** Order of two label sets as Prometheus sorts series: name by name, value by value, fewer labels first. */
export function compareLabels(a: LabelSet, b: LabelSet): number {
  const length = Math.min(a.pairs.length, b.pairs.length);
  for (let i = 0; i < length; i++) {
    const left = a.pairs[i] ?? '';
    const right = b.pairs[i] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.pairs.length - b.pairs.length;
}
