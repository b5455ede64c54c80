import { address, duration, notEmpty, secretName, shape } from '../config/shape.ts';

/** Healthchecks.io or a server of one's own. */
export interface HealthchecksSettings {
  /** Default: `https://healthchecks.io`. */
  readonly url?: string;
  /** Name of the environment variable with the project's key. Default: `HEALTHCHECKS_API_KEY`. */
  readonly apiKeyEnv?: string;
  /** Ids or names of the integrations that a check alerts, or `*` for all. */
  readonly channels?: string;
  readonly caFile?: string;
  readonly timeout?: string;
}

export const healthchecksSettings = shape({
  url: address('https://healthchecks.example.com'),
  apiKeyEnv: secretName,
  channels: notEmpty,
  caFile: notEmpty,
  timeout: duration,
});
