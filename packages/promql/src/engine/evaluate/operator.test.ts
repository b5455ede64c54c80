import { describe, expect, it } from 'vitest';
import { runScript } from '../promqltest/run.ts';

function failures(script: string) {
  return runScript(script).failures;
}

describe('operators on numbers', () => {
  it('follow the arithmetic of floats', () => {
    expect(
      failures(`eval instant at 0 5 % 3
        2

      eval instant at 0 -5 % 3
        -2

      eval instant at 0 2 ^ 3 ^ 2
        512

      eval instant at 0 1 ^ NaN
        1

      eval instant at 0 -2 ^ 2
        -4

      eval instant at 0 1 atan2 0
        1.5707963267948966

      eval instant at 0 1 == bool NaN
        0

      eval instant at 0 NaN != bool NaN
        1`),
    ).toEqual([]);
  });

  it('keep the vector’s value in comparisons, whichever side it is on', () => {
    expect(
      failures(`load 1m
        a{x="1"} 1
        a{x="2"} 2

      eval instant at 0 a > 1
        a{x="2"} 2

      eval instant at 0 1 < a
        a{x="2"} 2

      eval instant at 0 1 < bool a
        {x="1"} 0
        {x="2"} 1`),
    ).toEqual([]);
  });
});

describe('operators on histograms', () => {
  const load = `load 1m
    h {{schema:0 sum:4 count:4 buckets:[1 2 1]}}
    g {{schema:0 sum:4 count:4 buckets:[1 2 1]}}
    f 2

  `;
  it('compare whole histograms', () => {
    expect(
      failures(`${load}eval instant at 0 h == on () g
        {} {{schema:0 sum:4 count:4 buckets:[1 2 1]}}

      eval instant at 0 h != bool on () g
        {} 0`),
    ).toEqual([]);
  });

  it('note what does not go together', () => {
    expect(
      failures(`${load}eval instant at 0 h + on () f
        expect info msg: PromQL info: incompatible sample types encountered for binary operator "+": histogram + float (1:1)

      eval instant at 0 h > 1
        expect info msg: PromQL info: incompatible sample types encountered for binary operator ">": histogram > float (1:1)

      eval instant at 0 2 / h
        expect info msg: PromQL info: incompatible sample types encountered for binary operator "/": float / histogram (1:1)`),
    ).toEqual([]);
  });
});
