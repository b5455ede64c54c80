import { describe, expect, it } from 'vitest';
import { createStorage, instant, loadSeries, type Storage } from '../index.ts';
import type { RuleGroup } from './group.ts';
import { replay, type Replay, type ReplayOptions } from './replay.ts';

const MINUTE = 60_000;

function storageOf(...lines: readonly string[]): Storage {
  const storage = createStorage();
  loadSeries(storage, lines, MINUTE);
  return storage;
}

function run(
  groups: readonly RuleGroup[],
  storage: Storage,
  options: Partial<ReplayOptions> = {},
): Replay & { readonly ok: true } {
  const replayed = replay(groups, storage, { start: 0, end: 10 * MINUTE, ...options });
  if (!replayed.ok) throw new Error(replayed.problems.join('\n'));
  return replayed;
}

/** `minute rule labels: from → to`, one a line. */
function transitions({ transitions: all }: Replay & { readonly ok: true }): string[] {
  return all.map(
    ({ time, rule, labels, from, to }) => `${time / MINUTE} ${rule} ${labels['i'] ?? ''}: ${from} → ${to}`,
  );
}

function errors({ evaluations }: Replay & { readonly ok: true }): string[] {
  return evaluations.flatMap(({ time, rules }) =>
    rules.flatMap(({ name, error }) => (error === undefined ? [] : [`${time / MINUTE} ${name}: ${error}`])),
  );
}

function values(query: string, storage: Storage, time: number): unknown {
  const answer = instant(query, storage, { time });
  return answer.ok && answer.result.type === 'vector'
    ? answer.result.samples.map(({ labels, value }) => [labels, value])
    : answer;
}

const DOWN: RuleGroup = {
  name: 'g',
  rules: [
    {
      alert: 'Down',
      expr: 'up == 0',
      for: '2m',
      labels: { severity: 'page' },
      annotations: { text: '{{ $labels.i }} is {{ $value }}' },
    },
  ],
};

describe('a replay', () => {
  it('tells how alerts change', () => {
    const replayed = run([DOWN], storageOf('up{i="a"} 1 0x4 1x9', 'up{i="b"} 1x3 0 1x9'));
    expect(transitions(replayed)).toEqual([
      '1 Down a: inactive → pending',
      '3 Down a: pending → firing',
      '4 Down b: inactive → pending',
      '5 Down b: pending → inactive',
      '6 Down a: firing → inactive',
    ]);
    expect(replayed.transitions[1]).toMatchObject({
      group: 'g',
      labels: { alertname: 'Down', i: 'a', severity: 'page' },
      annotations: { text: 'a is 0' },
      value: 0,
    });
  });

  it('writes what rules make into the storage, and where it ends', () => {
    const storage = storageOf('up{i="a"} 1 0x4 1x9');
    run([DOWN, { name: 'h', rules: [{ record: 'down', expr: 'count(up == 0)', labels: { kind: 'all' } }] }], storage);
    expect(values('ALERTS', storage, 2 * MINUTE)).toEqual([
      [{ __name__: 'ALERTS', alertname: 'Down', alertstate: 'pending', i: 'a', severity: 'page' }, 1],
    ]);
    expect(values('ALERTS_FOR_STATE', storage, 3 * MINUTE)).toEqual([
      [{ __name__: 'ALERTS_FOR_STATE', alertname: 'Down', i: 'a', severity: 'page' }, 60],
    ]);
    expect(values('down', storage, 5 * MINUTE)).toEqual([[{ __name__: 'down', kind: 'all' }, 1]]);
    expect(values('{__name__=~"ALERTS.*|down"}', storage, 6 * MINUTE)).toEqual([]);
  });

  it('evaluates rules in order, and groups at their intervals', () => {
    const groups: RuleGroup[] = [
      { name: 'early', rules: [{ record: 'late_copy', expr: 'late' }] },
      {
        name: 'slow',
        interval: '3m',
        rules: [
          { record: 'late', expr: 'x' },
          { record: 'twice', expr: 'late * 2' },
        ],
      },
    ];
    const storage = storageOf('x 0+1x10');
    const { evaluations } = run(groups, storage, { end: 4 * MINUTE });
    const order = evaluations.map(({ time, group }) => `${time / MINUTE} ${group}`);
    expect(order).toEqual(['0 early', '0 slow', '1 early', '2 early', '3 early', '3 slow', '4 early']);
    expect(values('late_copy', storage, 3 * MINUTE)).toEqual([[{ __name__: 'late_copy' }, 0]]);
    expect(values('late_copy', storage, 4 * MINUTE)).toEqual([[{ __name__: 'late_copy' }, 3]]);
    expect(values('twice', storage, 3 * MINUTE)).toEqual([[{ __name__: 'twice' }, 6]]);
  });

  it('looks back by query_offset and writes there', () => {
    const storage = storageOf('x 0+1x10');
    run([{ name: 'g', query_offset: '2m', labels: { team: 't' }, rules: [{ record: 'r', expr: 'x' }] }], storage);
    expect(values('r', storage, 8 * MINUTE)).toEqual([[{ __name__: 'r', team: 't' }, 8]]);
    expect(values('timestamp(r)', storage, 9 * MINUTE)).toEqual([[{ team: 't' }, 480]]);
  });

  it('evaluates templates with queries at the time of the evaluation', () => {
    const group: RuleGroup = {
      name: 'g',
      rules: [
        { alert: 'A', expr: 'x > 2', annotations: { y: '{{ query "y" | first | value }} {{ first (query "z") }}' } },
      ],
    };
    const { transitions: found } = run([group], storageOf('x 0+1x10', 'y 5+10x10'));
    expect(found[0]?.annotations['y']).toBe(
      '<error expanding template: error executing template __alert_A: template: __alert_A:1:147: executing "__alert_A" at <first (query "z")>: error calling first: first() called on vector with no elements>',
    );
  });
});

describe('what fails', () => {
  it('is told of each evaluation, in the words of Prometheus', () => {
    const group: RuleGroup = {
      name: 'g',
      limit: 1,
      rules: [
        { alert: 'Same', expr: 'x', labels: { i: 'one' } },
        { record: 'same', expr: 'x', labels: { i: 'one' } },
        { record: 'many', expr: 'x' },
        { alert: 'Many', expr: 'x' },
        { record: 'text', expr: '"text"' },
        { record: 'r', expr: 'sum(x)' },
        { record: 'r', expr: 'sum(x) * 2' },
        { record: 'r', expr: 'sum(x)' },
      ],
    };
    expect(errors(run([group], storageOf('x{i="a"} 1x5', 'x{i="b"} 1x5'), { end: 0 }))).toEqual([
      '0 Same: vector contains metrics with the same labelset after applying alert labels',
      '0 same: vector contains metrics with the same labelset after applying rule labels',
      '0 many: exceeded limit of 1 with 2 series',
      '0 Many: exceeded limit of 1 with 2 alerts',
      '0 text: rule result is not a vector or scalar',
      '0 r: duplicate sample for timestamp 0; overrides not allowed: existing 2, new value 4',
    ]);
  });

  it('is told before anything is evaluated when it can be', () => {
    const groups: RuleGroup[] = [
      {
        name: 'g',
        interval: 'soon',
        rules: [
          { alert: 'A', expr: 'up ==', for: '5 minutes' },
          { alert: 'B', expr: 'up', annotations: { text: '{{ $job }}' } },
        ],
      },
      { name: 'g', rules: [] },
    ];
    expect(replay(groups, createStorage(), { start: 0, end: -1 })).toMatchObject({
      ok: false,
      problems: [
        'group g: interval: "soon" is no duration; write one such as 5m or 1h30m',
        expect.stringContaining('group g, rule A: expr: '),
        'group g, rule A: for: "5 minutes" is no duration; write one such as 5m or 1h30m',
        'group g, rule B: annotation text: error parsing template __alert_B: template: __alert_B:1: undefined variable $job',
        'group g: the name is given twice',
        'the end is before the start',
      ],
    });
  });

  it('is too much', () => {
    expect(replay([DOWN], createStorage(), { start: 0, end: 1e12, interval: 1 })).toMatchObject({
      ok: false,
      problems: ['1000000000001 evaluations are more than 1000000; make the interval longer or the time shorter'],
    });
  });
});

describe('after a restart', () => {
  const SLOW: RuleGroup = { name: 'g', rules: [{ alert: 'Slow', expr: 'x > 0', for: '30m' }] };

  /** Transitions to firing, in minutes, of a Prometheus that stops after `before` and comes back after `gap` minutes. */
  function firesAt(before: number, gap: number, restore: boolean): number[] {
    const storage = storageOf('x 1x200');
    run([SLOW], storage, { end: before * MINUTE });
    const start = (before + gap) * MINUTE;
    const again = run([SLOW], storage, { start, end: start + 90 * MINUTE, ...(restore ? { restore: {} } : {}) });
    return again.transitions.filter(({ to }) => to === 'firing').map(({ time }) => time / MINUTE);
  }

  it('an alert begins anew when its state is not restored', () => {
    expect(firesAt(10, 5, false)).toEqual([45]);
  });

  it('the time it was down is added', () => {
    // Restored at the second evaluation, minute 16: active since minute 0, down for 6 minutes.
    expect(firesAt(10, 5, true)).toEqual([36]);
  });

  it('an alert is pending for the grace period at least', () => {
    expect(firesAt(25, 5, true)).toEqual([41]);
  });

  it('an alert fires at once when it was firing', () => {
    expect(firesAt(40, 5, true)).toEqual([47]);
  });

  it('a state older than the tolerance is not looked at', () => {
    expect(firesAt(10, 70, true)).toEqual([110]);
  });
});
