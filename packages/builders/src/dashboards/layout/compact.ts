/** Visualisations that show one value or a few, and are readable at half the height of a chart. */
export const COMPACT: ReadonlySet<string> = new Set(['stat', 'gauge', 'bargauge', 'text']);
