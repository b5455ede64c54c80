import { isRecord } from '@binnacle/model';
import { createHttpClient } from '../../http/client.ts';
import { TargetError } from '../../target-error.ts';
import type { Forge, Posted, RequestHead } from '../forge.ts';
import { hasMarker, marked, sameBody } from '../marker.ts';
import { createOnce, findPaged } from '../sticky.ts';

/** GitHub refuses longer bodies ("body is too long"). */
const BODY_LIMIT = 65_536;

export interface GithubOptions {
  /** `https://api.github.com`, or the API of an enterprise server. */
  readonly url: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  readonly signal?: AbortSignal;
  readonly onWait?: (text: string) => void;
}

interface Item {
  readonly id: number;
  readonly number?: number;
  readonly html_url: string;
  readonly body?: string | null;
  readonly title?: string;
  readonly pull_request?: unknown;
}

function isItem(value: unknown): value is Item {
  return isRecord(value) && typeof value['id'] === 'number' && typeof value['html_url'] === 'string';
}

/** What a token without the right gets, and what to do about it. */
function explained(error: unknown, permission: string): unknown {
  if (!(error instanceof TargetError) || error.refusal !== 'unauthorised') return error;
  return new TargetError('unauthorised', `GitHub: ${error.message}`, {
    fix: `give the job \`permissions: ${permission}\`; pull requests from forks never get it`,
    ...(error.status !== undefined && { status: error.status }),
  });
}

function posted(result: Posted['result'], json: unknown): Posted {
  if (!isItem(json)) throw new TargetError('unavailable', 'GitHub answered something that cannot be read');
  return { result, url: json.html_url, id: json.number ?? json.id };
}

/** The call with refusals that name the permission it needs. */
function explaining<A extends unknown[], R>(
  permission: string,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return (...args) =>
    call(...args).catch((error: unknown) => {
      throw explained(error, permission);
    });
}

/** GitHub's REST API, as far as reports need it. */
export function github({ url, repository, token, ...rest }: GithubOptions): Forge {
  const client = createHttpClient({
    url,
    secrets: [token],
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      'user-agent': 'binnacle',
    },
    ...rest,
  });
  const repo = `/repos/${repository}`;

  function find(path: string, query: Record<string, string>, key: string): Promise<Item | undefined> {
    const isOurs = (value: unknown): value is Item =>
      isItem(value) && value.pull_request === undefined && hasMarker(value.body, key);
    return findPaged(client, { path, query }, isOurs);
  }

  async function comment(wanted: Parameters<Forge['comment']>[0]): Promise<Posted | undefined> {
    const { key, request, body, onlyUpdate } = wanted;
    const path = `${repo}/issues/${request}/comments`;
    const text = marked(key, body);
    const search = (): Promise<Item | undefined> => find(path, {}, key);
    const known = await search();
    if (known === undefined && onlyUpdate === true) return undefined;
    if (known === undefined) return posted('created', await createOnce(client, { path, json: { body: text } }, search));
    if (sameBody(known.body, text)) return posted('unchanged', known);
    return posted(
      'updated',
      (await client.request('PATCH', `${repo}/issues/comments/${known.id}`, { json: { body: text } })).json,
    );
  }

  async function requestOf({ owner, branch, commit }: RequestHead): Promise<number | undefined> {
    const isIts = (value: unknown): value is { number: number } =>
      isRecord(value) &&
      isRecord(value['head']) &&
      value['head']['sha'] === commit &&
      typeof value['number'] === 'number';
    const query = { state: 'open', head: `${owner}:${branch}` };
    return (await findPaged(client, { path: `${repo}/pulls`, query }, isIts))?.number;
  }

  const openIssue = (key: string): Promise<Item | undefined> => find(`${repo}/issues`, { state: 'open' }, key);

  async function issue({ key, title, body, labels }: Parameters<Forge['issue']>[0]): Promise<Posted> {
    const text = marked(key, body);
    const known = await openIssue(key);
    if (known === undefined) {
      const made = { path: `${repo}/issues`, json: { title, body: text, labels } };
      return posted('created', await createOnce(client, made, () => openIssue(key)));
    }
    if (sameBody(known.body, text) && known.title === title) return posted('unchanged', known);
    const changed = await client.request('PATCH', `${repo}/issues/${known.number}`, { json: { title, body: text } });
    return posted('updated', changed.json);
  }

  async function closeIssue(key: string, word: string): Promise<Posted | undefined> {
    const known = await openIssue(key);
    if (known === undefined) return undefined;
    await client.request('POST', `${repo}/issues/${known.number}/comments`, {
      json: { body: word },
      repeatable: false,
    });
    const json = { state: 'closed', state_reason: 'completed' };
    return posted('closed', (await client.request('PATCH', `${repo}/issues/${known.number}`, { json })).json);
  }

  return {
    name: 'GitHub',
    bodyLimit: BODY_LIMIT,
    comment: explaining('pull-requests: write', comment),
    requestOf: explaining('pull-requests: read', requestOf),
    issue: explaining('issues: write', issue),
    closeIssue: explaining('issues: write', closeIssue),
    close: client.close,
  };
}
