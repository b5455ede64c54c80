import { isRecord } from '@binnacle/model';
import { createHttpClient } from '../../http/client.ts';
import { TargetError } from '../../target-error.ts';
import type { Forge, Posted } from '../forge.ts';
import { hasMarker, marked, sameBody } from '../marker.ts';

/** GitHub refuses longer bodies ("body is too long"). */
const BODY_LIMIT = 65_536;
const PAGE = 100;
/** Pages looked through before giving up: 10,000 comments. */
const MOST_PAGES = 100;

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

  /** The first item of a paged list that carries the key's marker. */
  async function find(path: string, query: Record<string, string>, key: string): Promise<Item | undefined> {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { json } = await client.request('GET', path, {
        query: { ...query, per_page: String(PAGE), page: String(page) },
      });
      const items = Array.isArray(json) ? json.filter(isItem) : [];
      const found = items.find((item) => item.pull_request === undefined && hasMarker(item.body, key));
      if (found !== undefined || items.length < PAGE) return found;
    }
    return undefined;
  }

  /** Creates once: when the answer is lost, what was created is looked for before anything is sent again. */
  async function create(path: string, json: unknown, again: () => Promise<Item | undefined>): Promise<Posted> {
    try {
      return posted('created', (await client.request('POST', path, { json, repeatable: false })).json);
    } catch (error) {
      if (!(error instanceof TargetError) || error.refusal !== 'unavailable') throw error;
      const found = await again();
      if (found !== undefined) return posted('created', found);
      return posted('created', (await client.request('POST', path, { json })).json);
    }
  }

  async function comment({ key, request, body }: Parameters<Forge['comment']>[0]): Promise<Posted> {
    const path = `${repo}/issues/${request}/comments`;
    const text = marked(key, body);
    const search = (): Promise<Item | undefined> => find(path, {}, key);
    const known = await search();
    if (known === undefined) return create(path, { body: text }, search);
    if (sameBody(known.body, text)) return posted('unchanged', known);
    return posted(
      'updated',
      (await client.request('PATCH', `${repo}/issues/comments/${known.id}`, { json: { body: text } })).json,
    );
  }

  const openIssue = (key: string): Promise<Item | undefined> => find(`${repo}/issues`, { state: 'open' }, key);

  async function issue({ key, title, body, labels }: Parameters<Forge['issue']>[0]): Promise<Posted> {
    const text = marked(key, body);
    const known = await openIssue(key);
    if (known === undefined) return create(`${repo}/issues`, { title, body: text, labels }, () => openIssue(key));
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
    issue: explaining('issues: write', issue),
    closeIssue: explaining('issues: write', closeIssue),
    close: client.close,
  };
}
