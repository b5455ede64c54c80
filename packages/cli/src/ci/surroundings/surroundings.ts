import type { Forge, RequestHead } from '@binnacle/targets';

/** Where a change is proposed from, as far as the CI system knows: what it is compared with. */
export type Since =
  /** A pull or merge request into `branch`, whose tip was `commit`; `head` is the tip of what is proposed. */
  | { readonly kind: 'request'; readonly branch: string; readonly commit: string; readonly head?: string }
  /** A push: what the branch was before. */
  | { readonly kind: 'before'; readonly commit: string };

/** What forges are opened with beside what the CI system says of itself. */
export interface ForgeOptions {
  readonly onWait: (text: string) => void;
}

/** The CI system a run happens in. Everything is read from its environment variables and files; nothing is asked over the network. */
export interface Surroundings {
  /** `GitHub Actions`. */
  readonly name: string;
  readonly since?: Since;
  /** Number of the pull or merge request. */
  readonly request?: number;
  /** Whose pull request it is when the number is to be asked for. */
  readonly head?: RequestHead;
  /** Page of this run. */
  readonly runUrl?: string;
  /** File that takes the summary of the job as Markdown, and most bytes of it. */
  readonly summary?: { readonly file: string; readonly bytes: number };
  /** File that takes outputs for later steps. */
  readonly outputFile?: string;
  /** Name of the reporter that marks findings on the lines of a request. */
  readonly annotations?: 'github';
  /** Where comments and issues go; a text says why nowhere. */
  readonly forge: ((options: ForgeOptions) => Promise<Forge>) | string;
}

/** Reads the surroundings of one CI system; undefined when the run is not there. */
export type ReadSurroundings = (env: NodeJS.ProcessEnv) => Surroundings | undefined;
