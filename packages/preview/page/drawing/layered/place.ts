import type { Link } from './layers.ts';
import { orderOf, type Slot } from './order.ts';

/** How much room nodes take, in pixels. */
export interface Measures {
  readonly width: number;
  readonly height: number;
  readonly columnGap: number;
  readonly rowGap: number;
}

/** A point of the drawing. */
export type Point = readonly [x: number, y: number];

/** A graph with its places. */
export interface Placed {
  /** The upper left corner of each node. */
  readonly nodes: ReadonlyMap<string, Point>;
  /** From the right edge of the source to the left one of the target, or the other way round where a link leads back. */
  readonly links: readonly { readonly link: Link; readonly points: readonly Point[] }[];
  readonly width: number;
  readonly height: number;
}

const ROUNDS = 12;
/** A link that passes through takes a part of a node's room, and two of them a part of the gap. */
const THROUGH = 0.1;
const BETWEEN = 0.5;

/** Middles as near as can be to what is wished for, each at least as far behind the one before as `gaps` says. */
export function spread(wished: readonly number[], gaps: readonly number[]): readonly number[] {
  let offset = 0;
  const offsets = wished.map((_, i) => (offset += i === 0 ? 0 : (gaps[i] ?? 0)));
  // Neighbours that are in each other's way share a place: the mean of what they wish for.
  const blocks: { sum: number; count: number }[] = [];
  wished.forEach((wish, i) => {
    let block = { sum: wish - (offsets[i] ?? 0), count: 1 };
    for (
      let last = blocks.at(-1);
      last !== undefined && last.sum / last.count > block.sum / block.count;
      last = blocks.at(-1)
    ) {
      block = { sum: block.sum + last.sum, count: block.count + last.count };
      blocks.pop();
    }
    blocks.push(block);
  });
  const places = blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return places.map((place, i) => place + (offsets[i] ?? 0));
}

/** Places the nodes of a graph in columns from left to right, with the ways of its links between them. */
export function placed(ids: readonly string[], links: readonly Link[], measures: Measures): Placed {
  const { width, height, columnGap, rowGap } = measures;
  const { layers, routes, beside } = orderOf(ids, links);
  const room = ({ isNode }: Slot): number => (isNode ? height : height * THROUGH);
  const middles = new Map<string, number>();
  const gaps = layers.map((layer) =>
    layer.map((slot, i) => {
      const before = layer[i - 1];
      if (before === undefined) return 0;
      const gap = before.isNode || slot.isNode ? rowGap : rowGap * BETWEEN;
      return (room(before) + room(slot)) / 2 + gap;
    }),
  );
  const put = (layer: number, wish: (id: string, own: number) => number): void => {
    const slots = layers[layer] ?? [];
    const wished = slots.map(({ id }) => wish(id, middles.get(id) ?? 0));
    spread(wished, gaps[layer] ?? []).forEach((middle, i) => middles.set(slots[i]?.id ?? '', middle));
  };
  layers.forEach((_, layer) => put(layer, () => 0));
  const mean = (id: string, own: number, sides: readonly ReadonlyMap<string, readonly string[]>[]): number => {
    const others = sides.flatMap((side) => side.get(id) ?? []);
    return others.length === 0 ? own : others.reduce((sum, one) => sum + (middles.get(one) ?? 0), 0) / others.length;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const isForth = round % 2 === 0;
    const sides = round >= ROUNDS - 2 ? [beside.before, beside.behind] : [isForth ? beside.before : beside.behind];
    const turn = layers.map((_, i) => (isForth ? i : layers.length - 1 - i));
    for (const layer of turn) put(layer, (id, own) => mean(id, own, sides));
  }
  const top = Math.min(0, ...layers.flat().map((slot) => (middles.get(slot.id) ?? 0) - room(slot) / 2));
  const columns = new Map(layers.flatMap((layer, i) => layer.map(({ id }) => [id, i * (width + columnGap)] as const)));
  const left = (id: string): number => columns.get(id) ?? 0;
  const middle = (id: string): number => (middles.get(id) ?? 0) - top;
  return {
    nodes: new Map(
      layers.flatMap((layer) =>
        layer.filter(({ isNode }) => isNode).map(({ id }) => [id, [left(id), middle(id) - height / 2]] as const),
      ),
    ),
    links: routes.map(({ link, through }) => {
      const isForth = left(link.source) < left(link.target);
      const points = through.flatMap((id, i): readonly Point[] => {
        const [near, far]: readonly Point[] = [
          [left(id), middle(id)],
          [left(id) + width, middle(id)],
        ];
        if (near === undefined || far === undefined) return [];
        if (i === 0) return [isForth ? far : near];
        if (i === through.length - 1) return [isForth ? near : far];
        return isForth ? [near, far] : [far, near];
      });
      return { link, points };
    }),
    width: layers.length === 0 ? 0 : layers.length * (width + columnGap) - columnGap,
    height: Math.max(0, ...layers.flat().map((slot) => middle(slot.id) + room(slot) / 2)),
  };
}

/** The way of a link as the data of an SVG path: level at both ends of each piece. */
export function pathOf(points: readonly Point[]): string {
  return points
    .map(([x, y], i) => {
      const before = points[i - 1];
      if (before === undefined) return `M${x} ${y}`;
      const half = (before[0] + x) / 2;
      return before[1] === y ? `L${x} ${y}` : `C${half} ${before[1]} ${half} ${y} ${x} ${y}`;
    })
    .join('');
}
