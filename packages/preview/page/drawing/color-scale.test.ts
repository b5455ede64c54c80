import { createTheme } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { colorScale } from './color-scale.ts';

const LIGHT = createTheme({ colors: { mode: 'light' } });

describe('the colour of a share', () => {
  it('runs through its scheme', () => {
    const color = colorScale({ scheme: 'Viridis' }, LIGHT);
    expect([color(0), color(0.5), color(1)]).toEqual(['rgb(68, 1, 84)', 'rgb(33, 145, 140)', 'rgb(253, 231, 37)']);
  });

  it('begins where little is close to the page', () => {
    expect(colorScale({ scheme: 'Oranges' }, LIGHT)(0)).toBe('rgb(254, 230, 206)');
    expect(colorScale({ scheme: 'Oranges' }, createTheme({ colors: { mode: 'dark' } }))(0)).toBe('rgb(140, 45, 4)');
  });

  it('is one colour by its opacity', () => {
    expect(colorScale({ mode: 'opacity', fill: '#ff0000' }, LIGHT)(0.5)).toContain('50%');
  });
});
