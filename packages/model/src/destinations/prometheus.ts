import { notEmpty, shape, withRequired, word } from '../config/shape.ts';
import { type HttpSettings, httpMembers } from './http.ts';

/** A Prometheus or vmalert that reads rule files from a folder this machine can write. */
export interface PrometheusSettings extends HttpSettings {
  /** Folder of rule files that its configuration lists, relative to the config file. */
  readonly rulesFolder: string;
  /** How the names of its rule files end. Default: `yaml`. */
  readonly extension?: 'rules' | 'yaml' | 'yml';
}

export const prometheusSettings = withRequired(
  ['url', 'rulesFolder'],
  shape({ ...httpMembers, rulesFolder: notEmpty, extension: word('rules', 'yaml', 'yml') }),
);
