import { notEmpty, shape, withRequired, word } from '../config/shape.ts';
import { type HttpSettings, httpMembers } from './http.ts';

/** An Alertmanager that reads a file this machine can write, or Mimir's, which takes the configuration over HTTP. */
export interface AlertmanagerSettings extends HttpSettings {
  /** Default: `file`. */
  readonly api?: 'file' | 'mimir';
  /** Configuration file, relative to the config file; for `file`. */
  readonly configFile?: string;
  /** Value of `X-Scope-OrgID`; for `mimir`. */
  readonly tenant?: string;
}

export const alertmanagerSettings = withRequired(
  ['url'],
  shape({ ...httpMembers, api: word('file', 'mimir'), configFile: notEmpty, tenant: notEmpty }),
);
