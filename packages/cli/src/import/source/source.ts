import { ExpectedError } from '../../expected.ts';
import { htmlPage, readExposition } from '../exposition/read.ts';
import type { Observation } from '../observed.ts';
import { readFileSource } from './file.ts';
import { get, type HttpOptions, shown } from './http.ts';
import { readPrometheus, type Selection } from './prometheus.ts';

const EXPOSITION = /^(?:text\/plain|application\/openmetrics-text)/;
const ACCEPT = 'application/openmetrics-text;version=1.0.0;q=0.9,text/plain;version=0.0.4;q=1,*/*;q=0.1';

/** Reads what a file, a /metrics endpoint or a Prometheus exposes. A server is asked which of the two it is. */
export async function readSource(from: string, selection: Selection, http: HttpOptions): Promise<Observation> {
  if (!/^https?:/i.test(from)) return readFileSource(from);
  if (!URL.canParse(from)) throw new ExpectedError(`"${from}" is not an address`, 'write http://host:port/metrics');
  const url = new URL(from);
  if (selection.job !== undefined || selection.match !== undefined) return readPrometheus(url, selection, http);
  const { contentType, body } = await get(url, { ...http, headers: { accept: ACCEPT, ...http.headers } });
  if (EXPOSITION.test(contentType)) {
    return readExposition(body, shown(url), contentType.startsWith('application/openmetrics') ? 'openmetrics' : 'text');
  }
  // Whatever it is, it is not read any further: closing the body frees the connection.
  for await (const _ of body) break;
  // The start page of a Prometheus is HTML as well: only a server without its API is something else.
  const otherwise = contentType.startsWith('text/html') ? htmlPage(shown(url)) : undefined;
  return readPrometheus(url, { ...selection, otherwise }, http);
}
