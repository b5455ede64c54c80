/** A piece of a pie, in turns from the top. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/** The pieces of a pie; what is not positive has none. */
export function slicesOf(values: readonly number[]): readonly Slice[] {
  const sizes = values.map((value) => (value > 0 ? value : 0));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  let at = 0;
  return sizes.map((size) => {
    const from = at;
    at += whole === 0 ? 0 : size / whole;
    return { from, to: at };
  });
}

function point(radius: number, turn: number): string {
  return `${(radius * Math.sin(turn * 2 * Math.PI)).toFixed(2)} ${(-radius * Math.cos(turn * 2 * Math.PI)).toFixed(2)}`;
}

/** The SVG path of a piece around the origin, with a hole of the inner radius. A whole pie is just short of a turn. */
export function slicePath({ from, to }: Slice, outer: number, inner: number): string {
  const end = to - from >= 1 ? from + 0.9999 : to;
  const long = end - from > 0.5 ? 1 : 0;
  return [
    `M ${point(outer, from)}`,
    `A ${outer} ${outer} 0 ${long} 1 ${point(outer, end)}`,
    `L ${point(inner, end)}`,
    inner === 0 ? '' : `A ${inner} ${inner} 0 ${long} 0 ${point(inner, from)}`,
    'Z',
  ].join(' ');
}
