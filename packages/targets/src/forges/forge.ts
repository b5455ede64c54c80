/** A comment that is kept up to date in place: found again by its key. */
export interface StickyComment {
  /** Distinguishes several comments of one project: matrix jobs, environments. */
  readonly key: string;
  /** Number of the pull or merge request. */
  readonly request: number;
  /** Markdown without the marker. */
  readonly body: string;
  /** Bring a comment up to date and make none where there is none. */
  readonly onlyUpdate?: boolean;
}

/** Where a branch of a pull request stands. */
export interface RequestHead {
  /** Whose repository the branch is in: that of a fork, or the repository itself. */
  readonly owner: string;
  readonly branch: string;
  readonly commit: string;
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
  /** Undefined where there is none and none was to be made. */
  readonly comment: (comment: StickyComment) => Promise<Posted | undefined>;
  /** Number of the open pull request of a branch that stands at this commit, where the forge can tell. */
  readonly requestOf?: (head: RequestHead) => Promise<number | undefined>;
  readonly issue: (issue: StickyIssue) => Promise<Posted>;
  /** Closes the issue of that key, with a last word, when it is open; undefined when there is none. */
  readonly closeIssue: (key: string, word: string) => Promise<Posted | undefined>;
  readonly close: () => Promise<void>;
}
