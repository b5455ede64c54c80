import type { HttpClient } from '../http/client.ts';
import { TargetError } from '../target-error.ts';

const PAGE = 100;
/** Pages looked through before giving up: 10,000 comments. */
const MOST_PAGES = 100;

/** The first item of a list in pages, as GitHub and GitLab give them, that `is` recognises. */
export async function findPaged<Item>(
  client: HttpClient,
  { path, query = {} }: { readonly path: string; readonly query?: Readonly<Record<string, string>> },
  is: (value: unknown) => value is Item,
): Promise<Item | undefined> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { json } = await client.request('GET', path, {
      query: { ...query, per_page: String(PAGE), page: String(page) },
    });
    const items: readonly unknown[] = Array.isArray(json) ? json : [];
    const found = items.find(is);
    if (found !== undefined || items.length < PAGE) return found;
  }
  return undefined;
}

/**
 * Creates once: when the answer is lost, what was created is looked for with `search`, and only where there is nothing it is
 * sent once more. Gives what the server answered or `search` found.
 */
export async function createOnce(
  client: HttpClient,
  { path, json }: { readonly path: string; readonly json: unknown },
  search: () => Promise<unknown>,
): Promise<unknown> {
  const create = async (): Promise<unknown> => (await client.request('POST', path, { json, repeatable: false })).json;
  try {
    return await create();
  } catch (error) {
    if (!(error instanceof TargetError) || error.refusal !== 'unavailable') throw error;
    return (await search()) ?? create();
  }
}
