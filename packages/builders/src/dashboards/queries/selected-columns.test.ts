import { expect, it } from 'vitest';
import { selectedColumns } from './selected-columns.ts';

it.each([
  ['SELECT id, title FROM nodes', ['id', 'title']],
  ['select n.id, count(*) AS mainstat from nodes n group by 1', ['id', 'mainstat']],
  ["SELECT DISTINCT source, 'a, b' AS target FROM e", ['source', 'target']],
  ['SELECT coalesce(a, b) total, "Odd Name" FROM t', ['total', 'Odd Name']],
  ['WITH x AS (SELECT a, b FROM t) SELECT id -- the key\n FROM x', ['id']],
])('%s', (statement, columns) => {
  expect(selectedColumns(statement)).toEqual(columns);
});

it.each(['SELECT * FROM t', 'SELECT id, count(*) FROM t', 'CALL report()'])('cannot tell for %s', (statement) => {
  expect(selectedColumns(statement)).toBeUndefined();
});
