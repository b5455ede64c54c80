/** Flags, width and precision of one verb of a format. */
export interface Flags {
  readonly minus: boolean;
  readonly plus: boolean;
  readonly sharp: boolean;
  readonly space: boolean;
  readonly zero: boolean;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  /** `%#v`: as Go source. */
  readonly goSyntax: boolean;
  /** `%+v`: with the names of fields. */
  readonly fieldNames: boolean;
}

export const NO_FLAGS: Flags = {
  minus: false,
  plus: false,
  sharp: false,
  space: false,
  zero: false,
  width: undefined,
  precision: undefined,
  goSyntax: false,
  fieldNames: false,
};

/** Fills a text up to the width, counted in code points. */
export function pad(text: string, { minus, zero, width = 0 }: Flags): string {
  const missing = width - Array.from(text).length;
  if (missing <= 0) return text;
  return minus ? text + ' '.repeat(missing) : (zero ? '0' : ' ').repeat(missing) + text;
}
