import { didYouMean } from '@binnacle/model';
import type { DataSourceQuery } from '../queries/query.ts';

/** Fields a visualisation looks for in a frame, by name. */
export interface FrameContract {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Any field that begins so. */
  readonly prefixes?: readonly string[];
}

/**
 * Holds the columns of a query, where they are known, against what the visualisation looks for.
 * @throws on a required column that is missing, and on one that would be ignored.
 */
export function checkColumns(
  title: string,
  frame: string,
  { columns }: DataSourceQuery,
  contract: FrameContract,
): void {
  if (columns === undefined) return;
  const { required, optional, prefixes = [] } = contract;
  const missing = required.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new Error(
      `panel "${title}": ${frame} lacks the column ${missing.join(', ')}; it has ${columns.join(', ') || 'none'}`,
    );
  }
  const known = [...required, ...optional];
  for (const column of columns) {
    if (known.includes(column) || prefixes.some((prefix) => column.startsWith(prefix))) continue;
    const hint = didYouMean(column, known) ?? `use one of ${[...known, ...prefixes.map((p) => `${p}…`)].join(', ')}`;
    throw new Error(`panel "${title}": ${frame} would ignore the column ${column}; ${hint}`);
  }
}
