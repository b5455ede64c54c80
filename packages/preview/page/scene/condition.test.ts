import { describe, expect, it } from 'vitest';
import { type Chosen, type Condition, isShown, type Situation } from './condition.ts';

type Items = Condition['items'];
type Operator = Extract<Items[number], { kind: 'ConditionalRenderingVariable' }>['spec']['operator'];

const variable = (operator: Operator, value: string, name = 'env'): Items[number] => ({
  kind: 'ConditionalRenderingVariable',
  spec: { variable: name, operator, value },
});
const data = (value: boolean): Items[number] => ({ kind: 'ConditionalRenderingData', spec: { value } });
const time = (value: string): Items[number] => ({ kind: 'ConditionalRenderingTimeRangeSize', spec: { value } });

function twoOfThem(name: string): Chosen | undefined {
  return name === 'env' ? { values: ['prod', 'test'], isAll: false } : undefined;
}

function all(): Chosen {
  return { values: ['a', 'b'], isAll: true };
}

function shown(items: Items, about: Partial<Situation> & Partial<Omit<Condition, 'items'>> = {}): boolean {
  const { visibility = 'show', condition = 'and', chosen = twoOfThem, length = 3600, hasData } = about;
  return isShown({ visibility, condition, items }, { chosen, length, hasData });
}

describe('by a variable', () => {
  it.each([
    ['equals', 'test', true],
    ['equals', 'tes', false],
    ['notEquals', 'tes', true],
    ['notEquals', 'prod', false],
    ['matches', '^t', true],
    ['matches', '^T', false],
    ['matches', '(?i)^T', true],
    ['notMatches', '^x', true],
    ['notMatches', '^p', false],
    ['matches', '(', true],
    ['notMatches', '(', true],
  ] as const)('one of its values %s %s: %s', (operator, value, result) => {
    expect(shown([variable(operator, value)])).toBe(result);
  });

  it('all of its values are called All', () => {
    expect(shown([variable('equals', 'all')], { chosen: all })).toBe(true);
    expect(shown([variable('notEquals', 'All')], { chosen: all })).toBe(false);
    expect(shown([variable('equals', 'All')])).toBe(false);
  });

  it('that there is not does not count', () => {
    expect(shown([variable('equals', 'x', 'other')])).toBe(true);
    expect(shown([variable('equals', 'x', 'other'), variable('equals', 'x')])).toBe(false);
  });
});

describe('by data', () => {
  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, true],
    // Not answered yet, or no panel.
    [true, undefined, true],
    [false, undefined, true],
  ])('asked for %s, there is %s: %s', (value, hasData, result) => {
    expect(shown([data(value)], { hasData })).toBe(result);
  });
});

describe('by the length of time', () => {
  it.each([
    ['1h', true],
    ['0.5h', false],
    ['2d', true],
    ['1M', true],
    ['1m', false],
    ['an hour', true],
  ])('an hour is at most %s: %s', (value, result) => {
    expect(shown([time(value)])).toBe(result);
  });
});

describe('several', () => {
  const [yes, no] = [variable('equals', 'prod'), time('1m')];

  it.each([
    ['and', [yes, no], false],
    ['and', [yes, yes], true],
    ['or', [yes, no], true],
    ['or', [no, no], false],
  ] as const)('%s', (condition, items, result) => {
    expect(shown([...items], { condition })).toBe(result);
    expect(shown([...items], { condition, visibility: 'hide' })).toBe(!result);
  });

  it('of none something is shown, whatever it says', () => {
    expect(shown([])).toBe(true);
    expect(shown([data(true)], { visibility: 'hide' })).toBe(true);
  });
});
