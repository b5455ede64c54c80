import { TargetError } from '../../target-error.ts';

/** Datadog's own short names of its sites. */
const SHORT: Readonly<Record<string, string>> = {
  ap1: 'ap1.datadoghq.com',
  ap2: 'ap2.datadoghq.com',
  eu: 'datadoghq.eu',
  'us1-fed': 'ddog-gov.com',
  'us2-fed': 'us2.ddog-gov.com',
  uk1: 'uk1.datadoghq.com',
  us1: 'datadoghq.com',
  us3: 'us3.datadoghq.com',
  us5: 'us5.datadoghq.com',
};
/** Sites there are and sites to come: one of Datadog's domains, with or without a name before it. */
const SITE = /^(?:[a-z0-9-]+\.)?(?:datadoghq\.[a-z]{2,}|ddog-gov\.com)$/;

/** A Datadog site. */
export interface Site {
  /** Address of its API. */
  readonly url: string;
  /** A site for government agencies, which takes no v3 entities. */
  readonly isGovernment: boolean;
}

/** The site of a short name, a domain or the address in the browser. Throws `TargetError` for what is none of Datadog's. */
export function siteOf(name: string): Site {
  const domain =
    SHORT[name.toLowerCase()] ??
    name
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/^(?:api|app)\.|\/+$/g, '');
  if (!SITE.test(domain)) {
    throw new TargetError('refused', `'${name}' is not a Datadog site`, {
      fix: "write one like 'datadoghq.eu' or 'us5'; the address of a proxy is destinations.datadog.url",
    });
  }
  return { url: `https://api.${domain}`, isGovernment: domain.endsWith('ddog-gov.com') };
}
