import { ExpectedError } from '../../expected.ts';
import type { Observation } from '../observed.ts';
import { createCollector } from './collect.ts';
import { type Format, LineError, readLine } from '@binnacle/promql/exposition';
import { linesOf } from './lines.ts';

const LONGEST_QUOTE = 200;

/** The error of a web page where metrics were expected. */
export function htmlPage(source: string): ExpectedError {
  return new ExpectedError(
    `${source} is an HTML page, not metrics: a login page, or a wrong path`,
    'give the address of a /metrics endpoint (with BINNACLE_TOKEN or --header when it wants a login), of a Prometheus, or a file',
  );
}

/** Reads one instance's exposition. Errors name the source and the line, and quote it. */
export async function readExposition(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
  format: Format,
): Promise<Observation> {
  const collector = createCollector();
  let number = 0;
  let ended = false;
  let isBegun = false;
  for await (const text of linesOf(chunks, source)) {
    number += 1;
    const fail = (message: string, column = 1): never => {
      const plain = text.slice(0, LONGEST_QUOTE).replaceAll(/\p{Cc}/gu, ' ');
      const quoted = text.length > LONGEST_QUOTE ? `${plain}…` : plain;
      throw new ExpectedError(`${source}:${number}:${column}: ${message}`, quoted);
    };
    if (!isBegun && /^\uFEFF?\s*<(?:!doctype|html|head|\?xml|!--)/i.test(text)) throw htmlPage(source);
    isBegun ||= text.trim() !== '';
    if (ended && text.trim() !== '') fail('nothing may follow # EOF');
    try {
      const line = readLine(text, format);
      if (line === undefined) continue;
      if (line.kind === 'eof') ended = true;
      const complaint = collector.add(line);
      if (complaint !== undefined) fail(complaint);
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      fail(error.message, error.column);
    }
  }
  if (format === 'openmetrics' && !ended) {
    throw new ExpectedError(
      `${source}:${number + 1}:1: the exposition was cut off: # EOF is missing`,
      'scrape it again',
    );
  }
  const { families, skipped } = collector.families();
  if (families.length === 0)
    throw new ExpectedError(
      `${source} exposes no metrics`,
      'give the address of a /metrics endpoint, or a file with what one answered',
    );
  return { source, families, skipped, targetLabels: ['instance', 'job'] };
}
