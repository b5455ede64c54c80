import type { Resource } from '../../resource.ts';

/** Settings we hand through as they are, but for the secrets in them. */
export type AlertmanagerSettingsMap = Readonly<Record<string, unknown>>;

/** A node of the routing tree. Matchers are texts as Alertmanager reads them: `team="payments"`. */
export interface AlertmanagerRoute {
  readonly receiver?: string;
  readonly matchers?: readonly string[];
  readonly match?: Readonly<Record<string, string>>;
  readonly match_re?: Readonly<Record<string, string>>;
  readonly group_by?: readonly string[];
  readonly continue?: boolean;
  readonly group_wait?: string;
  readonly group_interval?: string;
  readonly repeat_interval?: string;
  readonly mute_time_intervals?: readonly string[];
  readonly active_time_intervals?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly routes?: readonly AlertmanagerRoute[];
}

/** Whom a route notifies, and how. */
export interface AlertmanagerReceiver {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly discord_configs?: readonly AlertmanagerSettingsMap[];
  readonly email_configs?: readonly AlertmanagerSettingsMap[];
  readonly incidentio_configs?: readonly AlertmanagerSettingsMap[];
  readonly jira_configs?: readonly AlertmanagerSettingsMap[];
  readonly mattermost_configs?: readonly AlertmanagerSettingsMap[];
  readonly msteams_configs?: readonly AlertmanagerSettingsMap[];
  readonly msteamsv2_configs?: readonly AlertmanagerSettingsMap[];
  readonly opsgenie_configs?: readonly AlertmanagerSettingsMap[];
  readonly pagerduty_configs?: readonly AlertmanagerSettingsMap[];
  readonly pushover_configs?: readonly AlertmanagerSettingsMap[];
  readonly rocketchat_configs?: readonly AlertmanagerSettingsMap[];
  readonly slack_configs?: readonly AlertmanagerSettingsMap[];
  readonly sns_configs?: readonly AlertmanagerSettingsMap[];
  readonly telegram_configs?: readonly AlertmanagerSettingsMap[];
  readonly victorops_configs?: readonly AlertmanagerSettingsMap[];
  readonly webex_configs?: readonly AlertmanagerSettingsMap[];
  readonly webhook_configs?: readonly AlertmanagerSettingsMap[];
  readonly wechat_configs?: readonly AlertmanagerSettingsMap[];
}

/** Alerts that keep others quiet while they fire. */
export interface AlertmanagerInhibitRule {
  readonly name?: string;
  readonly source_matchers?: readonly string[];
  readonly target_matchers?: readonly string[];
  readonly source_match?: Readonly<Record<string, string>>;
  readonly source_match_re?: Readonly<Record<string, string>>;
  readonly target_match?: Readonly<Record<string, string>>;
  readonly target_match_re?: Readonly<Record<string, string>>;
  readonly equal?: readonly string[];
}

/** A named set of times. */
export interface AlertmanagerTimeInterval {
  readonly name: string;
  readonly time_intervals: readonly AlertmanagerSettingsMap[];
}

/** Alertmanager's own configuration file, and the templates Mimir keeps beside it. */
export interface AlertmanagerConfigSpec {
  readonly global?: AlertmanagerSettingsMap;
  readonly route: AlertmanagerRoute;
  readonly receivers: readonly AlertmanagerReceiver[];
  readonly inhibit_rules?: readonly AlertmanagerInhibitRule[];
  readonly time_intervals?: readonly AlertmanagerTimeInterval[];
  /** Before Alertmanager 0.24. */
  readonly mute_time_intervals?: readonly AlertmanagerTimeInterval[];
  /** Files on the server, or names of `template_files`. */
  readonly templates?: readonly string[];
  /** Template texts by name, for Mimir; no part of the configuration file. */
  readonly template_files?: Readonly<Record<string, string>>;
  readonly tracing?: AlertmanagerSettingsMap;
}

export type AlertmanagerConfigResource = Resource<AlertmanagerConfigSpec> & { readonly kind: 'AlertmanagerConfig' };

export const ALERTMANAGER_CONFIG_API_VERSION = 'binnacle.dev/v1';

/** True for an AlertmanagerConfig resource. */
export function isAlertmanagerConfig(resource: Resource): resource is AlertmanagerConfigResource {
  return resource.kind === 'AlertmanagerConfig';
}
