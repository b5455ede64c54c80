import { address, duration, notEmpty, secretName, shape, word } from '../config/shape.ts';

/** Datadog's software catalog. */
export interface DatadogSettings {
  /** `datadoghq.com` (default), `datadoghq.eu`, `us5.datadoghq.com`, `ddog-gov.com`, … */
  readonly site?: string;
  /** Address of the API instead of the site's own: a proxy or a test server. */
  readonly url?: string;
  /** Names of the environment variables with the keys. Default: `DD_API_KEY` and `DD_APP_KEY`. */
  readonly apiKeyEnv?: string;
  readonly appKeyEnv?: string;
  /** Entities (`v3`, default) or service definitions (`v2.2`), which government sites need. */
  readonly schema?: 'v3' | 'v2.2';
  readonly caFile?: string;
  readonly timeout?: string;
}

export const datadogSettings = shape({
  site: notEmpty,
  url: address('https://api.datadoghq.com'),
  apiKeyEnv: secretName,
  appKeyEnv: secretName,
  schema: word('v3', 'v2.2'),
  caFile: notEmpty,
  timeout: duration,
});
