/** A node in sight, with its middle. */
export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Where an arrow key leads: up and down within a column, left and right to what is linked first, else to what is nearest. */
export function nextSpot(
  spots: readonly Spot[],
  from: Spot,
  { key, linked }: { readonly key: string; readonly linked: ReadonlySet<string> },
): Spot | undefined {
  const isLevel = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  const ahead = (spot: Spot): number => sign * (isLevel ? spot.x - from.x : spot.y - from.y);
  const aside = (spot: Spot): number => Math.abs(isLevel ? spot.y - from.y : spot.x - from.x);
  const candidates = spots.filter((spot) => ahead(spot) > 1);
  const near = isLevel ? candidates.filter(({ id }) => linked.has(id)) : candidates.filter((spot) => aside(spot) < 1);
  const cost = (spot: Spot): number => ahead(spot) + (isLevel ? 2 : 4) * aside(spot);
  return (near.length > 0 ? near : candidates).toSorted((a, b) => cost(a) - cost(b))[0];
}
