import { layersOf, type Link } from './layers.ts';

/** A place in a layer: of a node, or one where a link passes through. */
export interface Slot {
  readonly id: string;
  readonly isNode: boolean;
}

/** Nodes in layers, put in order so that few links cross. */
export interface Ordered {
  readonly layers: readonly (readonly Slot[])[];
  /** The ids of the slots that each link goes through, from its source to its target. */
  readonly routes: readonly { readonly link: Link; readonly through: readonly string[] }[];
  /** Ids of slots in the layers beside that of a slot, with which it is linked. */
  readonly beside: { readonly before: Beside; readonly behind: Beside };
}

type Beside = ReadonlyMap<string, readonly string[]>;

const ROUNDS = 8;

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** A layer in the order of the middles of what its slots are linked with; slots that are linked with nothing stay. */
function arranged(layer: readonly Slot[], beside: Beside, at: ReadonlyMap<string, number>): readonly Slot[] {
  const middle = ({ id }: Slot, own: number): number => {
    const others = beside.get(id) ?? [];
    return others.length === 0 ? own : others.reduce((sum, other) => sum + (at.get(other) ?? 0), 0) / others.length;
  };
  return layer
    .map((slot, i) => ({ slot, middle: middle(slot, i) }))
    .toSorted((a, b) => a.middle - b.middle)
    .map(({ slot }) => slot);
}

/** Orders nodes within their layers by the middles of their neighbours, to and fro. */
export function orderOf(ids: readonly string[], links: readonly Link[]): Ordered {
  const layerOf = layersOf(ids, links);
  const layers: Slot[][] = [];
  const place = (slot: Slot, layer: number): void => {
    (layers[layer] ??= []).push(slot);
  };
  for (const [id, layer] of layerOf) place({ id, isNode: true }, layer);
  const [before, behind] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const routes = links.flatMap((link, i) => {
    const [from, to] = [layerOf.get(link.source), layerOf.get(link.target)];
    if (from === undefined || to === undefined || from === to) return [];
    const step = Math.sign(to - from);
    const through = [link.source];
    for (let layer = from + step; layer !== to; layer += step) {
      const id = `${i} through ${layer}`;
      place({ id, isNode: false }, layer);
      through.push(id);
    }
    through.push(link.target);
    through.slice(1).forEach((id, j) => {
      const previous = through[j] ?? '';
      const [near, far] = step > 0 ? [previous, id] : [id, previous];
      add(behind, near, far);
      add(before, far, near);
    });
    return [{ link, through }];
  });
  let current: readonly (readonly Slot[])[] = layers.map((layer) => layer);
  const at = new Map<string, number>();
  const number = (layer: readonly Slot[]): void => layer.forEach(({ id }, i) => at.set(id, i));
  current.forEach(number);
  for (let round = 0; round < ROUNDS; round += 1) {
    const isForth = round % 2 === 0;
    const turn = isForth ? current : current.toReversed();
    const next = turn.map((layer) => {
      const now = arranged(layer, isForth ? before : behind, at);
      number(now);
      return now;
    });
    current = isForth ? next : next.toReversed();
  }
  return { layers: current, routes, beside: { before, behind } };
}
