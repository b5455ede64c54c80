import type { Stamp } from '@binnacle/model';
import { commentStampOf, withCommentStamp } from './comment.ts';

/** A YAML file with the stamp as a comment in its first line. */
export function withHeaderStamp(content: string, stamp: Stamp): string {
  return `${withCommentStamp('', stamp).trimStart()}\n${content}`;
}

/** The stamp in a file's first line; undefined when there is none. */
export function headerStampOf(content: string): Stamp | undefined {
  const [line = ''] = content.split('\n', 1);
  return line.startsWith('# binnacle ') ? commentStampOf(` ${line}`) : undefined;
}
