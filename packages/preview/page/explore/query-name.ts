/** What a query is called among the others: by its legend without the labels in it. */
export function queryName(legend: string | undefined, index: number, count: number): string {
  if (count === 1) return 'Query';
  const words = legend?.replaceAll(/\{\{[^{}]*\}\}/g, '').trim() ?? '';
  return words === '' ? `Query ${index + 1}` : words;
}
