/** A gauge is open below: it runs over three quarters of a circle, from the lower left. */
const START = (5 / 8) * 2 * Math.PI;
const SWEEP = (6 / 8) * 2 * Math.PI;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A part of the arc, from 0 to 1, in its colour. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly color: string;
}

function at({ x, y }: Point, radius: number, share: number): string {
  const angle = START + share * SWEEP;
  return `${(x + radius * Math.sin(angle)).toFixed(2)} ${(y - radius * Math.cos(angle)).toFixed(2)}`;
}

/** The SVG path of a part of the arc. */
export function arcPath(center: Point, radius: number, [from, to]: readonly [number, number]): string {
  const long = (to - from) * SWEEP > Math.PI ? 1 : 0;
  return `M ${at(center, radius, from)} A ${radius} ${radius} 0 ${long} 1 ${at(center, radius, to)}`;
}

/** The parts of the arc between thresholds. */
export function bandsOf(
  steps: readonly { readonly value: number | null; readonly color: string }[],
  min: number,
  max: number,
): readonly Band[] {
  const share = (value: number): number => Math.min(1, Math.max(0, (value - min) / (max - min)));
  return steps.flatMap(({ value, color }, i) => {
    const from = value === null || value === -Infinity ? 0 : share(value);
    const next = steps[i + 1]?.value;
    const to = next === undefined || next === null ? 1 : share(next);
    return to > from ? [{ from, to, color }] : [];
  });
}
