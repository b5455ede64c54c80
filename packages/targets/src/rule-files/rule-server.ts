import type { HttpClient } from '../http/client.ts';
import type { FieldSupport } from '../rule-groups.ts';
import type { GroupWords } from './rule-file.ts';

/** A program that reads rule files and can be told to read them again. */
export interface RuleServer {
  /** As people call it. */
  readonly title: string;
  /** Fields it reads or not, whatever the environment's Prometheus version. */
  readonly support: FieldSupport;
  readonly words: GroupWords;
  /** Its version; undefined where it does not say. Throws `TargetError` when it cannot be reached. */
  readonly version: (client: HttpClient) => Promise<string | undefined>;
  /** The folder that relative paths of its files start from; absent where it does not say. */
  readonly workingFolder?: (client: HttpClient) => Promise<string | undefined>;
  /**
   * Makes it read its files again; the reason, in its own words, when it keeps the former ones. Waits for `patience` at
   * most, in milliseconds, where it does so after it has answered.
   */
  readonly reload: (client: HttpClient, patience: number) => Promise<string | undefined>;
}
