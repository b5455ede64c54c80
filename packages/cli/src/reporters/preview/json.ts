import type { ServedReporter } from './served.ts';

/** One line of JSON, for a program that starts the preview. */
export const json: ServedReporter = (served) => `${JSON.stringify(served)}\n`;
