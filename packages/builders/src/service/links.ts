import type { Link, LinkType } from '@binnacle/model';

/** Where to read on: one URL for each well-known page of a service, and any number of titled others. */
export interface Links {
  readonly runbook?: string;
  readonly repository?: string;
  readonly docs?: string;
  readonly onCall?: string;
  readonly dashboard?: string;
  /** Title → URL. */
  readonly other?: Readonly<Record<string, string>>;
}

type WellKnown = Exclude<keyof Links, 'other'>;

const PAGES: readonly { readonly key: WellKnown; readonly type: LinkType; readonly title: string }[] = [
  { key: 'runbook', type: 'runbook', title: 'Runbook' },
  { key: 'repository', type: 'repository', title: 'Repository' },
  { key: 'docs', type: 'docs', title: 'Documentation' },
  { key: 'onCall', type: 'on-call', title: 'On call' },
  { key: 'dashboard', type: 'dashboard', title: 'Dashboard' },
];

/** The links as a list: well-known pages first, then the others as written. */
export function linkList(links: Links): readonly Link[] {
  const list: Link[] = [];
  for (const { key, type, title } of PAGES) {
    const url = links[key];
    if (url !== undefined) list.push({ type, title, url });
  }
  for (const [title, url] of Object.entries(links.other ?? {})) list.push({ type: 'other', title, url });
  return list;
}
