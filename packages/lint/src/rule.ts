import type { Diagnostic, Severity } from '@binnacle/model';
import type { Place } from './place.ts';
import type { Project } from './project.ts';

/** What a rule yields; the engine adds the rule's id and severity, the resource and its origin. */
export interface Finding {
  readonly place: Place;
  /** What is wrong, one line, naming the thing. */
  readonly message: string;
  /** What to write instead, one line. */
  readonly fix?: string;
  readonly snippet?: NonNullable<Diagnostic['snippet']>;
  /** When it differs from the rule's own. */
  readonly severity?: Severity;
}

/** One check. Its file is `rules/<id>.ts`, with its test and its page beside it. */
export interface Rule {
  /** `<group>/<name>`: also the path of its file. */
  readonly id: string;
  readonly severity: Severity;
  /** What it finds, one sentence; the page beside the rule says the rest. */
  readonly docs: string;
  check(project: Project): Iterable<Finding>;
}
