import { isRecord } from '@binnacle/model';

const LONGEST = 400;

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (!isRecord(value)) return [];
  for (const key of ['detail', 'message', 'error', 'title']) {
    const found = strings(value[key]);
    if (found.length > 0) return found;
  }
  return [];
}

/** The causes a Kubernetes status lists: `spec.title: must not be empty`. */
function causes(body: Readonly<Record<string, unknown>>): string[] {
  const { details } = body;
  if (!isRecord(details) || !Array.isArray(details['causes'])) return [];
  return details['causes'].flatMap((cause: unknown) =>
    isRecord(cause) && typeof cause['message'] === 'string'
      ? [`${typeof cause['field'] === 'string' ? `${cause['field']}: ` : ''}${cause['message']}`]
      : [],
  );
}

/**
 * What a server says in the body of an error, in one line: the message of a Kubernetes status with its causes, Grafana's,
 * Prometheus's, Datadog's and Healthchecks' JSON, or the text itself unless it is a web page. Empty when it says nothing.
 */
export function serversWords(body: unknown, text: string): string {
  const plain = text.trimStart().startsWith('<') ? [] : [text];
  let said = plain;
  if (isRecord(body)) {
    const message = ['message', 'error', 'errors', 'detail'].flatMap((key) => strings(body[key]));
    const listed = causes(body).filter((cause) => !message.some((one) => one.includes(cause)));
    said = [...message, ...listed];
  }
  const line = [...new Set(said)].join('; ').replaceAll(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
