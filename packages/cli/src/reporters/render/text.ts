import type { PanelCounts } from '@binnacle/preview';
import type { DrawnReporter } from './drawn.ts';

const OUTCOMES = ['failed', 'refused', 'empty'] as const;
const WORDS: Readonly<Record<(typeof OUTCOMES)[number], string>> = {
  failed: 'failed',
  refused: 'without a local picture',
  empty: 'without data',
};

function panelsText(panels: PanelCounts): string {
  const others = OUTCOMES.filter((outcome) => panels[outcome] > 0).map(
    (outcome) => `${panels[outcome]} ${WORDS[outcome]}`,
  );
  return [`${panels.drawn} of ${panels.total} panels drawn`, ...others].join(', ');
}

/** One line for each picture. */
export const text: DrawnReporter = (pictures, paint) =>
  pictures
    .map(({ file, panels }) => `${file}  ${paint(panels.failed > 0 ? 'red' : 'dim', panelsText(panels))}\n`)
    .join('');
