/** A comment that is kept up to date in place: found again by its key. */
export interface StickyComment {
  /** Distinguishes several comments of one project: matrix jobs, environments. */
  readonly key: string;
  /** Number of the pull or merge request. */
  readonly request: number;
  /** Markdown without the marker. */
  readonly body: string;
}

/** An issue that is kept up to date in place, likewise. */
export interface StickyIssue {
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
}

/** What became of a comment or an issue. */
export interface Posted {
  readonly result: 'created' | 'updated' | 'unchanged' | 'closed';
  readonly url: string;
  readonly id: number;
}

/** Where code is reviewed. Every method throws `TargetError` with the forge's own words. */
export interface Forge {
  readonly name: string;
  /** Longest body of a comment or issue, in characters. */
  readonly bodyLimit: number;
  readonly comment: (comment: StickyComment) => Promise<Posted>;
  readonly issue: (issue: StickyIssue) => Promise<Posted>;
  /** Closes the issue of that key, with a last word, when it is open; undefined when there is none. */
  readonly closeIssue: (key: string, word: string) => Promise<Posted | undefined>;
  readonly close: () => Promise<void>;
}
