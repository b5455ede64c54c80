import { describe, expect, it } from 'vitest';
import { runScript } from '../promqltest/run.ts';

const LOAD = `load 1m
  requests{job="a", path="/"} 10
  requests{job="a", path="/x"} 30
  requests{job="b", path="/"} 5
  limit{job="a"} 100
  limit{job="c"} 7
  info{job="a", version="2"} 1

`;

function failures(script: string) {
  return runScript(LOAD + script).failures;
}

describe('operations between vectors', () => {
  it('match on labels, many to one', () => {
    expect(
      failures(`eval instant at 0 requests / on (job) group_left limit
        {job="a", path="/"} 0.1
        {job="a", path="/x"} 0.3

      eval instant at 0 requests * on (job) group_left (version) info
        {job="a", path="/", version="2"} 10
        {job="a", path="/x", version="2"} 30

      eval instant at 0 limit - on (job) group_right requests
        {job="a", path="/"} 90
        {job="a", path="/x"} 70`),
    ).toEqual([]);
  });

  it('fail where the match is not unique', () => {
    expect(
      failures(`eval instant at 0 requests / on (job) limit
        expect fail msg: multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)

      eval instant at 0 limit / on (job) requests
        expect fail regex: found duplicate series for the match group {job="a"} on the right hand-side of the operation: .*

      eval instant at 0 requests * on (job) group_left (path) info
        expect fail msg: multiple matches for labels: grouping labels must ensure unique matches`),
    ).toEqual([]);
  });

  it('keep the left value of comparisons, or 1 and 0 with bool', () => {
    expect(
      failures(`eval instant at 0 requests > on (job, path) requests - 1
        {job="a", path="/"} 10
        {job="a", path="/x"} 30
        {job="b", path="/"} 5

      eval instant at 0 limit > bool on (job) info
        {job="a"} 1

      eval instant at 0 limit == on (job) info`),
    ).toEqual([]);
  });

  it('fill in a side that is missing', () => {
    expect(
      failures(`eval instant at 0 limit - on (job) fill_right (1) info
        {job="a"} 99
        {job="c"} 6

      eval instant at 0 info + on (job) fill_left (0) limit
        {job="a"} 101
        {job="c"} 7

      eval instant at 0 sum by (job) (requests) + on (job) fill (0) limit
        {job="a"} 140
        {job="b"} 5
        {job="c"} 7

      eval instant at 0 requests * on (job) group_left fill_right (2) limit
        {job="a", path="/"} 1000
        {job="a", path="/x"} 3000
        {job="b", path="/"} 10

      eval instant at 0 requests * on (job) group_left fill_left (3) limit
        {job="a", path="/"} 1000
        {job="a", path="/x"} 3000
        {job="c"} 21`),
    ).toEqual([]);
  });

  it('put series together that take turns, and fail when they meet', () => {
    const turns = `load 1m
      turn{side="l"} 1 stale
      turn{side="r"} _ 2
      one 10 10

    `;
    expect(
      failures(`${turns}eval range from 0 to 1m step 1m one * on () group_right () sum without (side) (turn)
        {} 10 20`),
    ).toEqual([]);
  });
});
