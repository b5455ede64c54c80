import { address, duration, notEmpty, secretName } from '../config/shape.ts';

/** How any system is reached over HTTP. Secrets are named, never written: each `…Env` is the name of an environment variable. */
export interface HttpSettings {
  /** Base address, with the sub-path the system is served under. */
  readonly url: string;
  /** Bearer token. */
  readonly tokenEnv?: string;
  /** Basic authentication; both or neither. */
  readonly usernameEnv?: string;
  readonly passwordEnv?: string;
  /** PEM file of the authority that signed the server's certificate, relative to the config file. */
  readonly caFile?: string;
  /** How long one request may take, a Prometheus duration. Default: 30s. */
  readonly timeout?: string;
}

/** The checks of `HttpSettings`, to be spread into a destination's own. */
export const httpMembers = {
  url: address('https://grafana.example.com'),
  tokenEnv: secretName,
  usernameEnv: secretName,
  passwordEnv: secretName,
  caFile: notEmpty,
  timeout: duration,
};
