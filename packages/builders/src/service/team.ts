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
export interface Team extends TeamOptions {
  readonly handle: string;
}

/** Declares a team once, so that its services share contacts and rota. */
export function team(handle: string, options: TeamOptions = {}): Team {
  return { handle, ...options };
}
