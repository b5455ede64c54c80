import type { DrawnReporter } from './drawn.ts';

/** Every picture with its panels, as JSON. */
export const json: DrawnReporter = (pictures) => `${JSON.stringify({ pictures }, null, 2)}\n`;
