import { type Check, notEmpty, shape, withRequired, word } from '../config/shape.ts';
import { isRecord } from '../record.ts';
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

const members = withRequired(
  ['url'],
  shape({ ...httpMembers, api: word('file', 'mimir'), configFile: notEmpty, tenant: notEmpty }),
);

/** Which of the members are needed depends on the API. */
export const alertmanagerSettings: Check = (value, path, problems) => {
  members(value, path, problems);
  if (!isRecord(value)) return;
  if (value['api'] !== 'mimir' && value['configFile'] === undefined) {
    problems.push(`${path}.configFile is missing; name the file that Alertmanager reads, or write api: 'mimir'`);
  }
};
