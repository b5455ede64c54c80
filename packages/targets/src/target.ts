import type { Diagnostic, Environment, Resource } from '@binnacle/model';

/** A file a target makes: POSIX path relative to the environment's output folder, text with LF line ends and a final newline. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/** What emitting gives: files, and a finding for everything the backend's format cannot say. */
export interface Emission {
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A file before its path is known to be safe and free. `segments` are the path's parts, the last with its extension. */
export interface Piece {
  readonly resource: Resource;
  readonly segments: readonly string[];
  readonly content: string;
}

/** What a target makes of one resource. */
export interface Made {
  readonly pieces: readonly Piece[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A target at work on the resources of one environment. One by one, so that nothing but what is being written is in memory. */
export interface Emitter {
  /** What it makes of one resource; nothing of a kind it does not read. */
  readonly of: (resource: Resource) => Made;
  /** Plain data: everything `of` depends on besides its resource and the environment. */
  readonly context?: unknown;
  /** What it makes of the resources together. */
  readonly together?: () => Made;
  /** A file that stands for the others, given their paths: a list of them, or what reads them. */
  readonly index?: (paths: readonly string[]) => OutputFile;
}

/** A backend as files: a pure function of resources already resolved for one environment. */
export interface FileTarget {
  /** Name of the target, of its folder in the sources and of its folder in the output. */
  readonly id: string;
  /** Resource kinds it reads; all others are ignored. */
  readonly kinds: readonly string[];
  /** Looks over all resources before they are emitted one by one. */
  readonly open: (resources: readonly Resource[], environment: Environment) => Emitter;
}
