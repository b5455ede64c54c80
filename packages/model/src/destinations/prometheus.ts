import { notEmpty, shape, withRequired } from '../config/shape.ts';
import { type HttpSettings, httpMembers } from './http.ts';

/** A Prometheus or vmalert that reads rule files from a folder this machine can write. */
export interface PrometheusSettings extends HttpSettings {
  /** Folder of rule files that its configuration lists, relative to the config file. */
  readonly rulesFolder: string;
}

export const prometheusSettings = withRequired(
  ['url', 'rulesFolder'],
  shape({ ...httpMembers, rulesFolder: notEmpty }),
);
