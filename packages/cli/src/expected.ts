/** An error the user can mend (a wrong flag, a config that cannot be read): printed as one line, without a stack. */
export class ExpectedError extends Error {
  override readonly name = 'ExpectedError';
  /** What to write instead, one line. */
  readonly fix: string | undefined;

  constructor(message: string, fix?: string) {
    super(message);
    this.fix = fix;
  }
}

/** The `code` of a system error (`ENOENT`, `EACCES`, …), or undefined for any other value. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** What a thrown value says, in one line. */
export function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

/** True for what `process.cwd()` throws when somebody removed the working directory. */
export function isFolderGone(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
}
