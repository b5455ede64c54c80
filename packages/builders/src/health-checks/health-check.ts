import {
  captureOrigin,
  HEALTH_CHECK_API_VERSION,
  SERVICE_LABEL,
  TEAM_LABEL,
  type HealthCheckResource,
  type HealthCheckSpec,
  type ServiceResource,
} from '@binnacle/model';
import { givenOptions, givenService } from '../given.ts';

/** When pings are expected: by a calendar, or at least so often. */
export type HealthCheckTiming =
  | {
      /** Cron of five fields, or lines of systemd's OnCalendar. */
      readonly schedule: string;
      /** Default: UTC. */
      readonly timezone?: string;
      readonly period?: never;
    }
  | { readonly period: string; readonly schedule?: never; readonly timezone?: never };

/** What a check says besides its timing. */
export interface HealthCheckDetails extends Partial<
  Omit<HealthCheckSpec, 'grace' | 'schedule' | 'timezone' | 'period'>
> {
  /** How late a ping may be, and how long a run may take: `30m`. */
  readonly grace: string;
}

export type HealthCheckOptions = HealthCheckDetails & HealthCheckTiming;

/**
 * A check that one of the service's jobs pings when it has run; whoever owns the service is told when no ping comes. The
 * job's slug is `<service>-<job>`.
 */
export function healthCheck(
  service: Pick<ServiceResource, 'metadata' | 'spec'>,
  job: string,
  options: HealthCheckOptions,
): HealthCheckResource {
  const origin = captureOrigin();
  const { name } = givenService(service, 'the service of healthCheck()').metadata;
  givenOptions(options, `healthCheck ${job}`, "write healthCheck(service, 'job', { period, grace })");
  const { title = `${service.spec.title}: ${job}`, description = '', tags = [], ...rest } = options;
  return {
    apiVersion: HEALTH_CHECK_API_VERSION,
    kind: 'HealthCheck',
    metadata: {
      name: `${name}-${job}`,
      labels: { [SERVICE_LABEL]: name, [TEAM_LABEL]: service.spec.owner },
    },
    spec: { title, description, tags, ...rest },
    ...(origin === undefined ? {} : { source: { origin } }),
  };
}
