import type { GrafanaTheme2 } from '@grafana/data';

/** Colours from little to much, sampled from the public colour schemes of ColorBrewer and of matplotlib. */
const SCHEMES: Readonly<Record<string, readonly string[]>> = {
  Blues: ['#deebf7', '#9ecae1', '#4292c6', '#084594'],
  BuPu: ['#e0ecf4', '#9ebcda', '#8c6bb1', '#6e016b'],
  Cividis: ['#00224e', '#575c6d', '#a59c74', '#fee838'],
  GnBu: ['#e0f3db', '#a8ddb5', '#4eb3d3', '#08589e'],
  Greens: ['#e5f5e0', '#a1d99b', '#41ab5d', '#005a32'],
  Greys: ['#f0f0f0', '#bdbdbd', '#737373', '#252525'],
  Inferno: ['#1b0c41', '#781c6d', '#cf4446', '#fb9b06', '#f7d03c'],
  Magma: ['#180f3d', '#721f81', '#cd4071', '#fd9567', '#fcfdbf'],
  OrRd: ['#fee8c8', '#fdbb84', '#ef6548', '#990000'],
  Oranges: ['#fee6ce', '#fdae6b', '#f16913', '#8c2d04'],
  Plasma: ['#0d0887', '#9c179e', '#ed7953', '#f0f921'],
  PuRd: ['#e7e1ef', '#c994c7', '#e7298a', '#91003f'],
  Purples: ['#efedf5', '#bcbddc', '#807dba', '#4a1486'],
  RdYlGn: ['#d73027', '#fdae61', '#ffffbf', '#a6d96a', '#1a9850'],
  Reds: ['#fee0d2', '#fc9272', '#ef3b2c', '#99000d'],
  Spectral: ['#d53e4f', '#fc8d59', '#ffffbf', '#99d594', '#3288bd'],
  Turbo: ['#30123b', '#28bceb', '#a4fc3c', '#fb7e21', '#7a0403'],
  Viridis: ['#440154', '#3b528b', '#21918c', '#5ec962', '#fde725'],
  YlOrRd: ['#ffeda0', '#feb24c', '#fc4e2a', '#b10026'],
};
/** Schemes that begin pale begin dark on a dark page, so that little is always close to nothing. */
const PALE_FIRST = /^(Blues|BuPu|GnBu|Greens|Greys|OrRd|Oranges|PuRd|Purples|Reds|YlOrRd)$/;

type Rgb = readonly [number, number, number];

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function between(colors: readonly Rgb[], share: number): string {
  const at = Math.min(0.9999, Math.max(0, share)) * (colors.length - 1);
  const [low, high] = [colors[Math.floor(at)] ?? [0, 0, 0], colors[Math.floor(at) + 1] ?? [0, 0, 0]];
  const mix = (i: 0 | 1 | 2): number => Math.round(low[i] + (high[i] - low[i]) * (at % 1));
  return `rgb(${mix(0)}, ${mix(1)}, ${mix(2)})`;
}

interface ColorOptions {
  readonly scheme?: string;
  readonly mode?: string;
  readonly fill?: string;
  readonly reverse?: boolean;
}

/** The colour of a share from 0 to 1. In the mode `opacity` it is one colour, more or less see-through. */
export function colorScale(
  { scheme = 'Oranges', mode, fill, reverse = false }: ColorOptions,
  theme: GrafanaTheme2,
): (share: number) => string {
  if (mode === 'opacity') {
    const color = theme.visualization.getColorByName(fill ?? 'dark-orange');
    return (share) => `color-mix(in srgb, ${color} ${Math.round(share * 100)}%, transparent)`;
  }
  const colors = (SCHEMES[scheme] ?? SCHEMES['Oranges'] ?? []).map(rgb);
  const flipped = reverse !== (theme.isDark && PALE_FIRST.test(scheme));
  return (share) => between(colors, flipped ? 1 - share : share);
}
