import { ExpectedError } from '../../expected.ts';

/** The flat `{…}` objects of the `data` array of a Prometheus API answer, one by one: an answer may be larger than memory. */
export async function* dataObjects(chunks: AsyncIterable<Uint8Array>, source: string): AsyncGenerator<object> {
  const decoder = new TextDecoder();
  let text = '';
  let scanned = 0;
  let start = -1;
  let depth = 0;
  let quoted = false;
  let opened = false;
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    if (!opened) {
      const data = /"data"\s*:\s*\[/.exec(text);
      if (data === null) continue;
      opened = true;
      scanned = data.index + data[0].length;
    }
    for (; scanned < text.length; scanned += 1) {
      const char = text[scanned];
      if (quoted) {
        if (char === '\\') scanned += 1;
        else if (char === '"') quoted = false;
      } else if (char === '"') quoted = true;
      else if (char === '{') {
        if (depth === 0) start = scanned;
        depth += 1;
      } else if (char === '}' && depth > 0) {
        depth -= 1;
        if (depth > 0) continue;
        yield Object(JSON.parse(text.slice(start, scanned + 1)));
        start = -1;
      } else if (char === ']' && depth === 0) return;
    }
    const keep = start < 0 ? scanned : start;
    text = text.slice(keep);
    scanned -= keep;
    if (start >= 0) start = 0;
  }
  throw new ExpectedError(
    opened ? `${source} broke off in the middle of its answer` : `${source} did not answer as a Prometheus does`,
    'give the address of a Prometheus, without /api, or of a /metrics endpoint',
  );
}
