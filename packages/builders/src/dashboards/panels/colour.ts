import type { FieldColor } from '../schema.ts';

/** What a colour says. The same thing has the same colour on every dashboard. */
export type Meaning = 'ok' | 'warning' | 'critical' | 'info' | 'neutral';

/** A meaning, or a colour of one's own as `#rrggbb`. */
export type Colour = Meaning | `#${string}`;

const COLOURS: Readonly<Record<Meaning, string>> = {
  ok: 'green',
  warning: 'orange',
  critical: 'red',
  info: 'blue',
  neutral: 'text',
};

function isMeaning(colour: Colour): colour is Meaning {
  return colour in COLOURS;
}

/** Grafana's name of a colour. */
export function colourName(colour: Colour): string {
  return isMeaning(colour) ? COLOURS[colour] : colour;
}

/** One colour for everything, or its shades where several series share it. */
export function fieldColor(colour: Colour, mode: 'fixed' | 'shades'): FieldColor {
  return { mode, fixedColor: colourName(colour) };
}
