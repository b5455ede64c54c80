import type { Origin } from './origin.ts';

/** What a definition's mistake is about, where it is not the line that throws. */
export interface DefinitionMistake {
  readonly origin?: Origin;
  /** What to write instead, one line. */
  readonly fix?: string;
}

/** A mistake in a definition that no resource can be made of; it becomes a finding at `at.origin` with `at.fix`. */
export class DefinitionError extends Error {
  readonly at: DefinitionMistake;

  constructor(message: string, { cause, ...at }: DefinitionMistake & { readonly cause?: unknown } = {}) {
    super(message, { cause });
    this.at = at;
  }
}
