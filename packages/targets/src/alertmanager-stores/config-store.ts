/** An Alertmanager's configuration as its system keeps it. */
export interface StoredConfig {
  /** YAML, with the stamp in its first line when it is ours. */
  readonly config: string;
  /** Template texts by name; systems that read them from files have none. */
  readonly templates: Readonly<Record<string, string>>;
}

/** Where an Alertmanager has its configuration from. */
export interface ConfigStore {
  /** `Alertmanager 0.28.1 at http://…`. Throws `TargetError` when it cannot be reached. */
  readonly name: () => Promise<string>;
  readonly hasTemplates: boolean;
  readonly read: () => Promise<StoredConfig | undefined>;
  /** No message of a `TargetError` shows one of the secrets. */
  readonly write: (stored: StoredConfig, secrets: readonly string[]) => Promise<void>;
  readonly remove: () => Promise<void>;
  /** Makes Alertmanager take in what was written, or what `isOurs` and it has not taken in. */
  readonly settle?: (isOurs: boolean, secrets: readonly string[]) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}
