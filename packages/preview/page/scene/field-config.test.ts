import { describe, expect, it } from 'vitest';
import { fieldConfigOf } from './field-config.ts';

const STEPS = {
  mode: 'absolute',
  steps: [
    { value: null, color: 'green' },
    { value: 5, color: 'red' },
  ],
} as never;

describe('the looks of fields', () => {
  it('have a lowest threshold that is below all numbers', () => {
    const { defaults, overrides } = fieldConfigOf({
      defaults: { thresholds: STEPS },
      overrides: [{ matcher: { id: 'byName', options: 'a' }, properties: [{ id: 'thresholds', value: STEPS }] }],
    });
    expect(defaults.thresholds?.steps[0]?.value).toBe(-Infinity);
    expect(overrides[0]?.properties[0]?.value).toMatchObject({ steps: [{ value: -Infinity }, { value: 5 }] });
  });

  it('leave out an override that names no field', () => {
    const broken = { matcher: undefined, properties: [] } as never;
    expect(fieldConfigOf({ defaults: {}, overrides: [broken] }).overrides).toEqual([]);
  });

  it('leave out a property that is set to nothing', () => {
    const override = {
      matcher: { id: 'byName', options: 'a' },
      properties: [{ id: 'thresholds' }, { id: 'unit', value: 's' }],
    };
    expect(fieldConfigOf({ defaults: {}, overrides: [override] }).overrides[0]?.properties).toEqual([
      { id: 'unit', value: 's' },
    ]);
  });

  it('leave out fewer than no decimals, which old dashboards write for as many as it takes', () => {
    const override = { matcher: { id: 'byName', options: 'a' }, properties: [{ id: 'decimals', value: -1 }] };
    const { defaults, overrides } = fieldConfigOf({ defaults: { decimals: -1, unit: 's' }, overrides: [override] });
    expect([defaults, overrides[0]?.properties]).toEqual([{ unit: 's' }, []]);
    expect(fieldConfigOf({ defaults: { decimals: 0 }, overrides: [] }).defaults).toEqual({ decimals: 0 });
  });
});
