import { expect, it } from 'vitest';
import type { DrawnPicture } from './drawn.ts';
import { renderReporters } from './index.ts';

const counts = { total: 3, drawn: 3, empty: 0, failed: 0, refused: 0 };
const pictures: readonly DrawnPicture[] = [
  { file: 'pictures/a.dark.png', uid: 'a', theme: 'dark', bytes: 10, panels: counts },
  {
    file: 'pictures/b.dark.png',
    uid: 'b',
    theme: 'dark',
    bytes: 10,
    panels: { ...counts, drawn: 0, failed: 1, refused: 1, empty: 1 },
  },
];

it('text', () => {
  expect(renderReporters.text(pictures, (style, text) => `<${style}>${text}`)).toBe(
    'pictures/a.dark.png  <dim>3 of 3 panels drawn\n' +
      'pictures/b.dark.png  <red>0 of 3 panels drawn, 1 failed, 1 without a local picture, 1 without data\n',
  );
});

it('JSON', () => {
  expect(JSON.parse(renderReporters.json(pictures, (_style, text) => text))).toEqual({ pictures });
});
