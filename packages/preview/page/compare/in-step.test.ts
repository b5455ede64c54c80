import { expect, it } from 'vitest';
import { levelOffset } from './in-step.ts';

const SAME = [100, 400, 700].map((at) => ({ before: at, after: at }));
/** 300 pixels more on the side after, between the first and the second. */
const GROWN = [
  { before: 100, after: 100 },
  { before: 400, after: 700 },
  { before: 700, after: 1000 },
];

it.each([
  ['sides that are the same stay', 250, SAME, 0],
  ['at the top nothing moves', 0, GROWN, 0],
  ['what both have is level', 700, GROWN, 300],
  ['below the last too', 5000, GROWN, 300],
  ['in between it glides', 400, GROWN, 150],
  ['less on the side after moves up', 400, [{ before: 700, after: 400 }], -300],
  [
    'what changed places is no anchor',
    900,
    [
      { before: 800, after: 100 },
      { before: 100, after: 800 },
    ],
    -700,
  ],
  ['more on top of the side after', 300, [{ before: 0, after: 300 }], 300],
  ['without anything in common', 300, [], 0],
])('%s', (_, position, anchors, offset) => {
  expect(levelOffset(position, anchors)).toBe(offset);
});
