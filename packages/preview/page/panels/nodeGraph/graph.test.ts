import { type DataFrame, FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { columnsOf, graphOf } from './graph.ts';

const text = (name: string, values: readonly string[]) => ({
  name,
  type: FieldType.string,
  config: {},
  values: [...values],
});
const EDGES: DataFrame = { length: 2, fields: [text('source', ['web', 'api']), text('target', ['api', 'db'])] };
const edge = (source: string, target: string) => ({ id: `${source}${target}`, source, target, main: '' });

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

  it('comes to an end where edges go in a circle', () => {
    expect([...columnsOf(['a', 'b'], [edge('a', 'b'), edge('b', 'a')]).values()].every((column) => column < 2)).toBe(
      true,
    );
  });
});
