import { type DataFrame, FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { graphOf } from './graph.ts';

const text = (name: string, values: readonly string[]) => ({
  name,
  type: FieldType.string,
  config: {},
  values: [...values],
});
const EDGES: DataFrame = { length: 2, fields: [text('source', ['web', 'api']), text('target', ['api', 'db'])] };

describe('a node graph', () => {
  it('has a node for each end of an edge, in columns from where the edges begin', () => {
    expect(graphOf([EDGES]).nodes.map(({ id, column, row }) => [id, column, row])).toEqual([
      ['web', 0, 0],
      ['api', 1, 0],
      ['db', 2, 0],
    ]);
  });

  it('names nodes as their frame does', () => {
    const nodes: DataFrame = {
      length: 1,
      fields: [text('id', ['api']), text('title', ['The API']), text('mainstat', ['5 ms'])],
    };
    const [first] = graphOf([nodes, EDGES]).nodes;
    expect([first?.title, first?.main]).toEqual(['The API', '5 ms']);
  });

  it('has few columns where edges go in a circle', () => {
    const circle: DataFrame = { length: 2, fields: [text('source', ['a', 'b']), text('target', ['b', 'a'])] };
    expect(graphOf([circle]).nodes.map(({ column }) => column)).toEqual([0, 1]);
  });
});
