import { describe, expect, it } from 'vitest';
import { runScript } from '../promqltest/run.ts';

function failures(script: string) {
  return runScript(script).failures;
}

describe('@ and offset', () => {
  const load = `load 10s
    metric{job="1"} 0+1x1000
    metric{job="2"} 0+2x1000

  load 1ms
    metric_ms 0+1x10000

  `;
  it('put a selector elsewhere in time', () => {
    expect(
      failures(`${load}eval instant at 10s metric @ 100
        metric{job="1"} 10
        metric{job="2"} 20

      eval instant at 10s metric @ 100 offset 50s
        metric{job="1"} 5
        metric{job="2"} 10

      eval instant at 10s metric_ms @ 2.345
        metric_ms 2345

      eval range from 10s to 30s step 10s metric{job="1"} @ end() - metric{job="1"} @ start()
        {job="1"} 2 2 2

      eval range from 0 to 30s step 10s metric{job="1"} offset -step()
        metric{job="1"} 1 2 3 4`),
    ).toEqual([]);
  });

  it('put a range or sub-query elsewhere', () => {
    expect(
      failures(`${load}eval instant at 25s sum_over_time(metric{job="1"}[100] @ 100)
        {job="1"} 55

      eval instant at 25s sum_over_time(metric{job="1"}[100:1] @ 100)
        {job="1"} 460

      eval instant at 0s sum_over_time(metric{job="1"}[100:1] offset 20 @ 100)
        {job="1"} 288

      eval instant at 15m sum_over_time(vector(time())[100s:1s] @ 3000)
        {} 295050`),
    ).toEqual([]);
  });

  it('leave functions of the time of evaluation at it', () => {
    expect(
      failures(`${load}eval instant at 25s minute(metric{job="1"} @ 7000)
        {job="1"} 11

      eval instant at 10s timestamp(metric{job="1"} @ 10)
        {job="1"} 10

      eval instant at 15s timestamp(timestamp(metric{job="1"} @ 999))
        {job="1"} 15`),
    ).toEqual([]);
  });
});

describe('duration arithmetic', () => {
  it('is in seconds and has to come out longer than zero', () => {
    expect(
      failures(`load 10s
        metric 0+1x1000

      eval instant at 100s count_over_time(metric[5s*4])
        {} 2

      eval instant at 100s count_over_time(metric[2m-1m])
        {} 6

      eval instant at 100s count_over_time(metric[max_of(20s, 3 * 10)])
        {} 3

      eval range from 0 to 60s step 30s count_over_time(metric[step()])
        {} 1 3 3

      eval instant at 100s count_over_time(metric[step()])
        expect fail msg: duration must be greater than 0`),
    ).toEqual([]);
  });
});

describe('names', () => {
  it('stay until the end when they are removed late', () => {
    expect(
      failures(`load 10s
        http{instance="a", job="x"} 1+1x10
        http{instance="b", job="x"} 2+1x10
        http{instance="c", job="y"} 3+1x10

      eval instant at 50s sum by (__name__) (rate({job="x"}[20s]))
        http 0.2

      eval instant at 50s label_replace(rate(http{job="y"}[20s]), "__name__", "r_$1", "__name__", "(.*)")
        r_http{instance="c", job="y"} 0.1

      eval instant at 50s rate(http{job="y"}[20s]) or http{job="x", instance="a"}
        {instance="c", job="y"} 0.1
        http{job="x", instance="a"} 6`),
    ).toEqual([]);
  });
});

describe('limits on series', () => {
  const load = `load 10s
    http{instance="a", job="x"} 1+1x10
    http{instance="b", job="x"} 2+1x10
    http{instance="c", job="y"} 3+1x10

  `;
  it('are met by limitk and limit_ratio, the ratio and its complement taking all', () => {
    expect(
      failures(`${load}eval instant at 50s count(limitk(2, http))
        {} 2

      eval range from 0 to 50s step 10s count(limitk by (job) (1, http))
        {} 2x5

      eval range from 0 to 50s step 10s limit_ratio(0.4, http) and limit_ratio(-0.6, http)

      eval range from 0 to 50s step 10s count(limit_ratio(0.4, http) or limit_ratio(-0.6, http))
        {} 3x5

      eval instant at 50s count(limit_ratio(1.1, http))
        expect warn msg: PromQL warning: ratio value should be between -1 and 1, got 1.1, capping to 1 (1:19)
        {} 3`),
    ).toEqual([]);
  });
});
