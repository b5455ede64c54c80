/** Where Grafana keeps one of Alertmanager's settings. */
export interface Setting {
  /** Name in Grafana. */
  readonly to: string;
  /** Grafana never shows it again, or it may hold a token: only a fingerprint of it is compared. */
  readonly isSecret?: boolean;
  /** How its value is written there. Default: as it is. */
  readonly form?: 'text' | 'seconds' | 'alerts address';
}

/** One way to tell somebody: what Alertmanager calls its settings, by path, and where Grafana keeps them. */
export interface Integration {
  /** Grafana's name of it. */
  readonly type: string;
  /** Whether Alertmanager tells when an alert is over, unless it is told otherwise. */
  readonly sendsResolved: boolean;
  readonly settings: Readonly<Record<string, Setting>>;
  /** Setting that the configuration's `global` gives where the receiver gives none: its name there. */
  readonly global?: Readonly<Record<string, string>>;
}

const secret = (to: string): Setting => ({ to, isSecret: true });
const as = (to: string): Setting => ({ to });

/** Alertmanager's integrations that Grafana has, by the receiver's field. Settings that are not named have no place there. */
export const INTEGRATIONS: Readonly<Record<string, Integration>> = {
  discord_configs: {
    type: 'discord',
    sendsResolved: true,
    settings: { webhook_url: secret('url'), title: as('title'), message: as('message'), avatar_url: as('avatar_url') },
  },
  email_configs: {
    type: 'email',
    sendsResolved: false,
    settings: {
      to: as('addresses'),
      'headers.Subject': as('subject'),
      'headers.subject': as('subject'),
      text: as('message'),
    },
  },
  msteams_configs: {
    type: 'teams',
    sendsResolved: true,
    settings: { webhook_url: secret('url'), title: as('title'), text: as('message'), summary: as('sectiontitle') },
  },
  msteamsv2_configs: {
    type: 'teams',
    sendsResolved: true,
    settings: { webhook_url: secret('url'), title: as('title'), text: as('message') },
  },
  opsgenie_configs: {
    type: 'opsgenie',
    sendsResolved: true,
    settings: {
      api_key: secret('apiKey'),
      api_url: { to: 'apiUrl', form: 'alerts address' },
      message: as('message'),
      description: as('description'),
      responders: as('responders'),
    },
    global: { api_key: 'opsgenie_api_key', api_url: 'opsgenie_api_url' },
  },
  pagerduty_configs: {
    type: 'pagerduty',
    sendsResolved: true,
    settings: {
      routing_key: secret('integrationKey'),
      severity: as('severity'),
      class: as('class'),
      component: as('component'),
      group: as('group'),
      description: as('summary'),
      source: as('source'),
      client: as('client'),
      client_url: as('client_url'),
      details: as('details'),
      url: as('url'),
    },
    global: { url: 'pagerduty_url' },
  },
  pushover_configs: {
    type: 'pushover',
    sendsResolved: true,
    settings: {
      user_key: secret('userKey'),
      token: secret('apiToken'),
      title: as('title'),
      message: as('message'),
      priority: { to: 'priority', form: 'text' },
      retry: { to: 'retry', form: 'seconds' },
      expire: { to: 'expire', form: 'seconds' },
      sound: as('sound'),
      device: as('device'),
    },
  },
  slack_configs: {
    type: 'slack',
    sendsResolved: false,
    settings: {
      api_url: secret('url'),
      app_token: secret('token'),
      channel: as('recipient'),
      username: as('username'),
      icon_emoji: as('icon_emoji'),
      icon_url: as('icon_url'),
      title: as('title'),
      text: as('text'),
      color: as('color'),
    },
    global: { api_url: 'slack_api_url', app_token: 'slack_app_token' },
  },
  sns_configs: {
    type: 'sns',
    sendsResolved: true,
    settings: { api_url: as('api_url'), topic_arn: as('topic'), subject: as('subject'), message: as('body') },
  },
  telegram_configs: {
    type: 'telegram',
    sendsResolved: true,
    settings: {
      bot_token: secret('bottoken'),
      chat_id: { to: 'chatid', form: 'text' },
      message_thread_id: { to: 'message_thread_id', form: 'text' },
      message: as('message'),
      parse_mode: as('parse_mode'),
      disable_notifications: as('disable_notifications'),
    },
    global: { bot_token: 'telegram_bot_token' },
  },
  webex_configs: {
    type: 'webex',
    sendsResolved: true,
    settings: {
      'http_config.authorization.credentials': secret('bot_token'),
      api_url: as('api_url'),
      room_id: as('room_id'),
      message: as('message'),
    },
  },
  webhook_configs: {
    type: 'webhook',
    sendsResolved: true,
    settings: {
      url: secret('url'),
      max_alerts: { to: 'maxAlerts', form: 'text' },
      'http_config.basic_auth.username': as('username'),
      'http_config.basic_auth.password': secret('password'),
      'http_config.authorization.type': as('authorization_scheme'),
      'http_config.authorization.credentials': secret('authorization_credentials'),
    },
  },
};

/** Settings of a Grafana contact point of which only a fingerprint is compared. */
export const HIDDEN: ReadonlySet<string> = new Set(
  Object.values(INTEGRATIONS).flatMap(({ type, settings }) =>
    Object.values(settings).flatMap(({ to, isSecret = false }) => (isSecret ? [`${type}/${to}`] : [])),
  ),
);
