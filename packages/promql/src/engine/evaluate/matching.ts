import type { VectorMatching } from '../../ast.ts';
import type { Column } from './value.ts';
import { dropLabels, keepLabels, type LabelSet } from '../labels.ts';

/** The labels by which series of both sides find each other. */
type Signature = (labels: LabelSet) => LabelSet;

function signatureOf({ on, labels }: Pick<VectorMatching, 'on' | 'labels'>): Signature {
  const names = new Set(labels.map(({ name }) => name));
  if (on) return (set) => keepLabels(set, names);
  names.add('__name__');
  return (set) => dropLabels(set, names);
}

/** Series that match each other. */
export interface MatchGroup {
  readonly signature: LabelSet;
  readonly left: Column[];
  readonly right: Column[];
}

/** Series of both sides by signature, in the order in which signatures appear. */
export function matchGroups(
  matching: Pick<VectorMatching, 'on' | 'labels'>,
  left: readonly Column[],
  right: readonly Column[],
): readonly MatchGroup[] {
  const signature = signatureOf(matching);
  const groups = new Map<string, MatchGroup>();
  for (const [side, columns] of [
    ['left', left],
    ['right', right],
  ] as const) {
    for (const column of columns) {
      const labels = signature(column.labels);
      let group = groups.get(labels.key);
      if (group === undefined) {
        group = { signature: labels, left: [], right: [] };
        groups.set(labels.key, group);
      }
      group[side].push(column);
    }
  }
  return [...groups.values()];
}
