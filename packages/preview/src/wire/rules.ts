/** A dashboard, with the titles of the panels that are meant. */
export interface DashboardLink {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly string[];
}

/** `GET /api/rules/history?from=…&to=…` (Unix milliseconds): how the alerts of the project fared on the data that is shown. */
export interface AlertHistories {
  readonly from: number;
  readonly to: number;
  /** From when on alerts were followed, where that is later than `from`. */
  readonly since?: number;
  /** How far apart the evaluations lie that are known of a server, milliseconds; what was shorter may be missing. */
  readonly step?: number;
  /** By the id of the rule; an alert that is absent was never pending. */
  readonly alerts: Readonly<Record<string, readonly AlertInstance[]>>;
  /** Ids of alerts that the server does not evaluate. */
  readonly unknown: readonly string[];
}

/** One series of an alert, and what became of it. Times are Unix milliseconds. */
export interface AlertInstance {
  readonly labels: Readonly<Record<string, string>>;
  /** As they read when it was last active. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Of the last sample found; absent where it is not known. */
  readonly value?: number;
  /** What it is at the end of the time asked for. */
  readonly state: 'inactive' | 'pending' | 'firing';
  readonly spans: readonly AlertSpan[];
}

/** A state that lasted. */
export interface AlertSpan {
  readonly state: 'pending' | 'firing';
  readonly from: number;
  readonly to: number;
}
