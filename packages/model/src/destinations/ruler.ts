import { notEmpty, shape, withRequired } from '../config/shape.ts';
import { type HttpSettings, httpMembers } from './http.ts';

/** A ruler with Cortex's configuration API: Mimir, Cortex, Loki. */
export interface RulerSettings extends HttpSettings {
  /** Value of `X-Scope-OrgID`. Default: none is sent. */
  readonly tenant?: string;
  /** Path of the API below `url`. Default: the one each system serves. */
  readonly prefix?: string;
  /** What the names of its namespaces begin with. Default: the project's name and `-`. */
  readonly namespacePrefix?: string;
}

export const rulerSettings = withRequired(
  ['url'],
  shape({ ...httpMembers, tenant: notEmpty, prefix: notEmpty, namespacePrefix: notEmpty }),
);
