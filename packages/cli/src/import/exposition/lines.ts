import { ExpectedError } from '../../expected.ts';

/** A line longer than this is not an exposition. */
const LONGEST_LINE = 1 << 20;

/** The lines of a stream of UTF-8, decoded as they come; memory is bounded by the longest line. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, source: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let line = 0;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new ExpectedError(
        `${source}:${line + 1}: not UTF-8 text`,
        'a metrics endpoint answers with text: see what it sent',
      );
    }
  };
  for await (const chunk of chunks) {
    const text = rest + decode(chunk);
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      line += 1;
      yield text.slice(start, text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end);
      start = end + 1;
    }
    rest = text.slice(start);
    if (rest.length > LONGEST_LINE)
      throw new ExpectedError(`${source}:${line + 1}: this line does not end; it is no metrics exposition`);
  }
  rest += decode();
  if (rest !== '') yield rest;
}
