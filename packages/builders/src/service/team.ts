import type { Contact } from '@binnacle/model';

/** What the services of a team have in common; each fills what a service does not say itself. */
export interface TeamOptions {
  readonly contacts?: readonly Contact[];
  /** URL of the rota. */
  readonly onCall?: string;
  /** URL of the PagerDuty service. */
  readonly pagerduty?: string;
}

/** A team: the handle that owns services, receives alerts and appears in the catalog. */
export interface Team<H extends string = string> extends TeamOptions {
  readonly handle: H;
}

/** Declares a team once, so that its services share contacts and rota. */
export function team<const H extends string>(handle: H, options: TeamOptions = {}): Team<H> {
  return { handle, ...options };
}
