import type { Resource } from '../../resource.ts';

/** A check that waits for pings: when none comes in time, or one says that the job failed, it tells somebody. */
export interface HealthCheckSpec {
  readonly title: string;
  readonly description: string;
  /** When pings are expected: a cron expression of five fields, or lines of systemd's OnCalendar. This or `period`. */
  readonly schedule?: string;
  /** IANA name of the time zone the schedule is in. Default: UTC. */
  readonly timezone?: string;
  /** Longest time between two pings, a Prometheus duration. This or `schedule`. */
  readonly period?: string;
  /** How late a ping may be, and how long a run may take: a Prometheus duration. */
  readonly grace: string;
  readonly tags: readonly string[];
  /** Names or ids of the integrations that are told; `*` is all of them. Default: those of the environment. */
  readonly channels?: readonly string[];
  /** Requests that count as pings. Default: `any`. */
  readonly methods?: 'any' | 'POST';
  /** After a pause, pings do not resume the check by themselves. */
  readonly manualResume?: boolean;
  /** Words in the body of a ping that make it a start, a success or a failure. */
  readonly startWords?: readonly string[];
  readonly successWords?: readonly string[];
  readonly failureWords?: readonly string[];
}

export type HealthCheckResource = Resource<HealthCheckSpec> & { readonly kind: 'HealthCheck' };

export const HEALTH_CHECK_API_VERSION = 'binnacle.dev/v1';

/** True for a HealthCheck resource. */
export function isHealthCheck(resource: Resource): resource is HealthCheckResource {
  return resource.kind === 'HealthCheck';
}
