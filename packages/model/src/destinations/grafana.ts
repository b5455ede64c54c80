import { notEmpty, shape, truth, withRequired, word } from '../config/shape.ts';
import { type HttpSettings, httpMembers } from './http.ts';

/** A Grafana 12 or newer: folders, dashboards and, when asked for, alert rules. */
export interface GrafanaSettings extends HttpSettings {
  /** `default`, `org-<id>` or `stacks-<id>`. Default: what the server says. */
  readonly namespace?: string;
  /** Who may edit in the browser what Binnacle pushed. Default: nobody. */
  readonly allowEdits?: boolean;
  /** How alert and recording rules get there: rule groups of Grafana's own, Prometheus rules it converts, or not at all (default). */
  readonly rules?: 'none' | 'provisioning' | 'convert';
  /** Whether an AlertmanagerConfig becomes contact points and the organisation's one tree of policies. Default: it does not. */
  readonly notifications?: 'none' | 'provisioning';
  /** Logical name of the datasource that rules ask. Default: the environment's default Prometheus. */
  readonly rulesDatasource?: string;
}

export const grafanaSettings = withRequired(
  ['url'],
  shape({
    ...httpMembers,
    namespace: notEmpty,
    allowEdits: truth,
    rules: word('none', 'provisioning', 'convert'),
    notifications: word('none', 'provisioning'),
    rulesDatasource: notEmpty,
  }),
);
