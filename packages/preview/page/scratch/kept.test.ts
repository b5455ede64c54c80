import { describe, expect, it } from 'vitest';
import type { PlacedPanel } from '../../src/explore/panel.ts';
import { EMPTY, moved, readScratch, withChange, without, withPanel } from './kept.ts';

const panel = (title: string): Omit<PlacedPanel, 'id'> => ({
  title,
  size: 'major',
  visualisation: 'stat',
  service: 'shop',
  queries: [{ text: 'up', legend: '{{job}}' }],
});
const three = ['a', 'b', 'c'].reduce((scratch, title) => withPanel(scratch, panel(title)), EMPTY);
const titles = ({ panels }: typeof EMPTY) => panels.map(({ title }) => title).join('');

describe('what the browser kept', () => {
  it('is read as it was written', () => {
    expect(readScratch(JSON.stringify(three))).toEqual(three);
  });

  it.each([null, '', '{', '3', '{"panels":4}'])('is empty for %j', (kept) => {
    expect(readScratch(kept)).toEqual(EMPTY);
  });

  it('loses what is no panel, and panels with the same id', () => {
    const [first] = three.panels;
    const kept = { title: 'T', purpose: 'P', panels: [first, first, {}, { ...first, id: '9', visualisation: 'map' }] };
    expect(readScratch(JSON.stringify(kept))).toEqual({ title: 'T', purpose: 'P', panels: [first] });
  });

  it('has a size for every panel', () => {
    const [first] = three.panels;
    expect(readScratch(JSON.stringify({ panels: [{ ...first, size: 'giant' }] })).panels[0]?.size).toBe('major');
  });
});

describe('panels', () => {
  it('have ids of their own, also after others left', () => {
    expect(three.panels.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(withPanel(without(three, '1'), panel('d')).panels.map(({ id }) => id)).toEqual(['2', '3', '4']);
  });

  it('move, and stay at the ends', () => {
    expect(titles(moved(three, '1', 1))).toBe('bac');
    expect(titles(moved(three, '3', -1))).toBe('acb');
    expect(moved(three, '1', -1)).toBe(three);
    expect(moved(three, '3', 1)).toBe(three);
    expect(moved(three, 'x', 1)).toBe(three);
  });

  it('change their title and size', () => {
    expect(withChange(three, '2', { title: 'x', size: 'hero' }).panels[1]).toMatchObject({ title: 'x', size: 'hero' });
  });
});
