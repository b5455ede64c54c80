import { type DataFrame, FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { eventsOf } from './events.ts';

function frame(values: readonly (number | null)[]): DataFrame {
  return {
    length: values.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: values.map((_, i) => i * 1000) },
      { name: 'Value', type: FieldType.number, config: {}, labels: { version: '1.2' }, values: [...values] },
    ],
  };
}

const WORDING = { titleFormat: 'release {{version}}', textFormat: '', tagKeys: 'version' };

describe('events of a query', () => {
  it('are the stretches in which a series is not 0', () => {
    const events = eventsOf({ name: 'Deployments', wording: WORDING }, [frame([null, 1, 1, null, 1])]);
    expect(events.map(({ time, timeEnd, title, tags }) => ({ time, timeEnd, title, tags }))).toEqual([
      { time: 1000, timeEnd: 2000, title: 'release 1.2', tags: ['1.2'] },
      { time: 4000, timeEnd: undefined, title: 'release 1.2', tags: ['1.2'] },
    ]);
  });

  it('are none while a series is 0 or absent', () => {
    expect(eventsOf({ name: 'x' }, [frame([0, null, 0])])).toEqual([]);
  });
});
