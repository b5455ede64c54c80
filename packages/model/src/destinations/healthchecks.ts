import { address, duration, notEmpty, secretName, shape, texts } from '../config/shape.ts';

/** Healthchecks.io or a server of one's own. */
export interface HealthchecksSettings {
  /** Default: `https://healthchecks.io`. */
  readonly url?: string;
  /** Name of the environment variable with the project's key. Default: `HEALTHCHECKS_API_KEY`. */
  readonly apiKeyEnv?: string;
  /** Names or ids of the integrations that checks tell which name none themselves; `*` is all of them. */
  readonly channels?: readonly string[];
  readonly caFile?: string;
  readonly timeout?: string;
}

export const healthchecksSettings = shape({
  url: address('https://healthchecks.example.com'),
  apiKeyEnv: secretName,
  channels: texts,
  caFile: notEmpty,
  timeout: duration,
});
