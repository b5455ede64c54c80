import type { Diagnostic, Environment, Resource } from '@binnacle/model';

/** A file a target makes: POSIX path relative to the environment's output folder, text with LF line ends and a final newline. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/** What emitting gives: files sorted by path, and a finding for everything the backend's format cannot say. */
export interface Emission {
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A backend as files: a pure function of resources already resolved for one environment. */
export interface FileTarget {
  /** Name of the target, of its folder in the sources and of its folder in the output. */
  readonly id: string;
  /** Resource kinds it reads; all others are ignored. */
  readonly kinds: readonly string[];
  readonly emit: (resources: readonly Resource[], environment: Environment) => Emission;
}
