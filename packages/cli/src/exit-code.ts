/** What the process answers to the shell. */
export const EXIT = {
  clean: 0,
  /** Findings of severity error, or a change that failed. */
  findings: 1,
  /** Wrong flags, unreadable config, a bug: nothing could be said about the project. */
  couldNotRun: 2,
  changesPending: 3,
  drift: 4,
  /** 128 + SIGINT, the shells' convention. */
  interrupted: 130,
} as const;
