/** Where the same thing is on either side: distances from the top of its column, in pixels. */
export interface Anchor {
  readonly before: number;
  readonly after: number;
}

/** Anchors that come in the same order on both sides, from top to bottom; what changed places is no anchor. */
function inOrder(anchors: readonly Anchor[]): readonly Anchor[] {
  const kept: Anchor[] = [{ before: 0, after: 0 }];
  for (const anchor of anchors.toSorted((a, b) => a.after - b.after || a.before - b.before)) {
    const last = kept.at(-1);
    if (last !== undefined && anchor.after > last.after && anchor.before >= last.before) kept.push(anchor);
  }
  return kept;
}

/**
 * How far the side before is to be moved down so that what both sides have is level at `position`, a distance from the top of
 * the side after. Between two anchors it glides from one to the next.
 */
export function levelOffset(position: number, anchors: readonly Anchor[]): number {
  const kept = inOrder(anchors);
  const next = kept.findIndex(({ after }) => after > position);
  const [from, to] = [kept[next === -1 ? kept.length - 1 : Math.max(0, next - 1)], kept[next]];
  if (from === undefined || position <= 0) return 0;
  const offset = from.after - from.before;
  if (to === undefined) return offset;
  const share = (position - from.after) / (to.after - from.after);
  return offset + (to.after - to.before - offset) * share;
}
