import { isRecord } from '@binnacle/model';
import { createHttpClient } from '../../http/client.ts';
import { TargetError } from '../../target-error.ts';
import type { Forge, Posted } from '../forge.ts';
import { hasMarker, marked, sameBody } from '../marker.ts';
import { createOnce, findPaged } from '../sticky.ts';

/** GitLab's limit of a note or a description. */
const BODY_LIMIT = 1_000_000;

export interface GitlabOptions {
  /** `https://gitlab.example.com/api/v4`: `CI_API_V4_URL`. */
  readonly url: string;
  /** Numeric id or path: `CI_PROJECT_ID`. */
  readonly project: string;
  /** A project access token with the scope `api`; the job's own token may not write notes. */
  readonly token: string;
  readonly signal?: AbortSignal;
  readonly onWait?: (text: string) => void;
}

interface Item {
  readonly id: number;
  readonly iid?: number;
  readonly web_url?: string;
  readonly body?: string;
  readonly description?: string | null;
  readonly title?: string;
}

function isItem(value: unknown): value is Item {
  return isRecord(value) && typeof value['id'] === 'number';
}

function posted(result: Posted['result'], json: unknown): Posted {
  if (!isItem(json)) throw new TargetError('unavailable', 'GitLab answered something that cannot be read');
  return { result, url: json.web_url ?? '', id: json.iid ?? json.id };
}

/** GitLab's REST API, as far as reports need it. */
export function gitlab({ url, project, token, ...rest }: GitlabOptions): Forge {
  const client = createHttpClient({ url, secrets: [token], headers: { 'private-token': token }, ...rest });
  const base = `/projects/${encodeURIComponent(project)}`;

  function find(path: string, query: Record<string, string>, key: string): Promise<Item | undefined> {
    const isOurs = (value: unknown): value is Item => isItem(value) && hasMarker(value.body ?? value.description, key);
    return findPaged(client, { path, query }, isOurs);
  }

  const openIssue = (key: string): Promise<Item | undefined> => find(`${base}/issues`, { state: 'opened' }, key);

  return {
    name: 'GitLab',
    bodyLimit: BODY_LIMIT,
    comment: async ({ key, request, body, onlyUpdate }) => {
      const path = `${base}/merge_requests/${request}/notes`;
      const text = marked(key, body);
      const search = (): Promise<Item | undefined> => find(path, {}, key);
      const known = await search();
      const json = { body: text };
      if (known === undefined && onlyUpdate === true) return undefined;
      if (known === undefined) return posted('created', await createOnce(client, { path, json }, search));
      if (sameBody(known.body, text)) return posted('unchanged', known);
      return posted('updated', (await client.request('PUT', `${path}/${known.id}`, { json })).json);
    },
    issue: async ({ key, title, body, labels }) => {
      const description = marked(key, body);
      const known = await openIssue(key);
      const json = { title, description, labels: labels.join(',') };
      if (known === undefined) {
        const made = { path: `${base}/issues`, json };
        return posted('created', await createOnce(client, made, () => openIssue(key)));
      }
      if (sameBody(known.description, description) && known.title === title) return posted('unchanged', known);
      return posted('updated', (await client.request('PUT', `${base}/issues/${known.iid}`, { json })).json);
    },
    closeIssue: async (key, word) => {
      const known = await openIssue(key);
      if (known === undefined) return undefined;
      const path = `${base}/issues/${known.iid}`;
      await client.request('POST', `${path}/notes`, { json: { body: word }, repeatable: false });
      return posted('closed', (await client.request('PUT', path, { json: { state_event: 'close' } })).json);
    },
    close: client.close,
  };
}
