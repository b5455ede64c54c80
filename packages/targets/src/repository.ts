/** A source repository as its web address tells it. */
export interface Repository {
  /** Address of the repository itself. */
  readonly url: string;
  /** `owner/name`, for a repository on github.com. */
  readonly githubSlug?: string;
  /** Folder inside it, without slashes at its ends. */
  readonly folder?: string;
}

/** `/owner/…/name`, then what GitHub (`/tree/<branch>/…`), GitLab (`/-/tree/…`) and Gitea (`/src/branch/…`) put before a folder. */
const TREE = /^(?<repository>\/.+?)(?:\/-)?\/(?:tree|blob|src\/branch)\/[^/]+(?:\/(?<folder>.+?))?\/?$/;

/** Takes a repository's web address apart; an address that is none is a repository of its own. */
export function repositoryAt(address: string): Repository {
  if (!URL.canParse(address)) return { url: address };
  const url = new URL(address);
  const { repository = url.pathname, folder } = TREE.exec(url.pathname)?.groups ?? {};
  const path = repository.replace(/\.git$/, '').replace(/\/+$/, '');
  const [, owner, name, ...deeper] = path.split('/');
  const isGithub = url.hostname === 'github.com' && owner !== undefined && name !== undefined && deeper.length === 0;
  return {
    url: `${url.origin}${path}`,
    ...(isGithub && { githubSlug: `${owner}/${name}` }),
    ...(folder !== undefined && { folder }),
  };
}
