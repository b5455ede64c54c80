import type { Contact, Link, LinkType } from '@binnacle/model';
import type { Note } from '../note.ts';
import { present } from '../present.ts';

const EMAIL = /^[^\s@]+@[^\s@]+$/;
const WEB_ADDRESS = /^https?:\/\/[^\s/]/;
const SHORTEST_NAME = 2;

/** Link types Datadog recognises. */
const LINK_TYPE: Readonly<Record<LinkType, string>> = {
  runbook: 'runbook',
  repository: 'repo',
  docs: 'doc',
  dashboard: 'dashboard',
  'on-call': 'other',
  other: 'other',
};

/** A link in both of Datadog's versions. */
export interface DatadogLink {
  readonly name: string;
  readonly type: string;
  readonly url: string;
}

/** A contact in both of Datadog's versions. */
export interface DatadogContact {
  readonly name?: string;
  readonly type: Contact['type'];
  readonly contact: string;
}

export function datadogLinks(links: readonly Link[]): DatadogLink[] {
  return links.map(({ type, title, url }) => ({ name: title === '' ? type : title, type: LINK_TYPE[type], url }));
}

/** Contacts Datadog takes; `needsAddress` says that all but e-mail must be a web address, as v2.2 wants. */
export function datadogContacts(
  contacts: readonly Contact[],
  note: Note,
  { needsAddress }: { readonly needsAddress: boolean },
): DatadogContact[] {
  return contacts.flatMap(({ type, name, contact }, i): DatadogContact[] => {
    const isUsable = type === 'email' ? EMAIL.test(contact) : !needsAddress || WEB_ADDRESS.test(contact);
    if (!isUsable) {
      const wanted = type === 'email' ? 'an e-mail address' : 'a web address';
      note({
        severity: 'warning',
        path: `/spec/contacts/${i}`,
        message: `Datadog ${needsAddress ? 'v2.2' : 'v3'}: the ${type} contact '${contact}' is not ${wanted}; it is left out`,
        fix: `write ${wanted}`,
      });
      return [];
    }
    const hasName = name !== undefined && name.length >= SHORTEST_NAME;
    return [{ type, contact, ...present({ name: hasName ? name : undefined }) }];
  });
}
