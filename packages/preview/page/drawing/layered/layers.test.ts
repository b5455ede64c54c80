import { describe, expect, it } from 'vitest';
import { layersOf, type Link } from './layers.ts';

function links(text: string): readonly Link[] {
  return text.split(' ').map((link) => {
    const [source = '', target = ''] = link.split('>');
    return { source, target };
  });
}

describe('the layers of a graph', () => {
  it('are one more than the furthest of what leads to a node', () => {
    const layers = layersOf(['web', 'api', 'db'], links('web>api api>db web>db'));
    expect(Object.fromEntries(layers)).toEqual({ web: 0, api: 1, db: 2 });
  });

  it('put what nothing leads to right before what it needs', () => {
    const layers = layersOf(['web', 'api', 'db', 'job'], links('web>api api>db job>db'));
    expect(layers.get('job')).toBe(1);
  });

  it('stay few where links go in a circle', () => {
    const layers = layersOf(['a', 'b', 'c', 'd'], links('a>b b>c c>a c>d'));
    expect(Object.fromEntries(layers)).toEqual({ a: 0, b: 1, c: 2, d: 3 });
  });

  it('take no part of links to themselves, of links that are there twice, and of unknown nodes', () => {
    expect(Object.fromEntries(layersOf(['a', 'b'], links('a>a a>b a>b b>nowhere')))).toEqual({ a: 0, b: 1 });
  });

  it('are found of a chain of ten thousand', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => String(i));
    const chain = ids.slice(1).map((id, i) => ({ source: String(i), target: id }));
    expect(layersOf(ids, chain).get('9999')).toBe(9999);
  });
});
