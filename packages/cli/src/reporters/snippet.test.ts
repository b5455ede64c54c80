import { expect, it } from 'vitest';
import { drawSnippet } from './snippet.ts';

/** A query with the wrong part between « and ». */
function draw(marked: string): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  return drawSnippet({ text: marked.replace(/[«»]/g, ''), start, end }).join('\n');
}

it('puts carets under the wrong part', () => {
  expect(draw('rate(«up»[5m])')).toBe(['rate(up[5m])', '     ^^'].join('\n'));
});

it('puts one caret where something is missing', () => {
  expect(draw('rate(up«»')).toBe(['rate(up', '       ^'].join('\n'));
});

it('shows the line the part begins in', () => {
  expect(draw('sum(\n\trate(«up\n)»)')).toBe([' rate(up', '      ^^'].join('\n'));
});

it('cuts a long query on both sides', () => {
  const [line, carets] = drawSnippet({ text: `${'a'.repeat(200)}WRONG${'b'.repeat(200)}`, start: 200, end: 205 });
  expect([line.length, line[0], line.at(-1)]).toEqual([102, '…', '…']);
  expect(line.slice(carets.indexOf('^'), carets.length)).toBe('WRONG');
});

it('is no wider than the terminal', () => {
  const snippet = { text: `${'a'.repeat(60)}WRONG${'b'.repeat(60)}`, start: 60, end: 65 };
  const [line, carets] = drawSnippet(snippet, 76);
  expect(line.length).toBe(76);
  expect(line.slice(carets.indexOf('^'), carets.length)).toBe('WRONG');
  expect(drawSnippet({ text: 'a'.repeat(76), start: 0, end: 1 }, 78)[0]).toBe('a'.repeat(76));
  expect(drawSnippet(snippet, 300)[0]).toHaveLength(102);
  expect(drawSnippet(snippet, 3)[0]).toHaveLength(22);
});
