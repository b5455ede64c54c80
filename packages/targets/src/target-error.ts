/** Why a system did not do what it was asked. */
export type Refusal =
  /** The credentials are missing or wrong (401), or do not suffice (403). */
  | 'unauthorised'
  /** Somebody else changed it in between, or manages it. */
  | 'conflict'
  | 'not-found'
  /** The system understood and said no. */
  | 'refused'
  /** No answer, an unreadable one, or none but errors after every retry. */
  | 'unavailable'
  /** The user stopped the run before this was asked. */
  | 'interrupted';

interface TargetErrorOptions {
  readonly fix?: string;
  readonly status?: number;
  readonly isTakenBack?: boolean;
}

/** What a system answered, in its own words, in one line. Expected: shown without a stack; it never holds a secret. */
export class TargetError extends Error {
  override readonly name = 'TargetError';
  readonly refusal: Refusal;
  /** What to do about it, one line. */
  readonly fix: string | undefined;
  /** HTTP status, where the answer had one. */
  readonly status: number | undefined;
  /** True when what had been written to the system was taken back. */
  readonly isTakenBack: boolean;

  constructor(refusal: Refusal, message: string, { fix, status, isTakenBack = false }: TargetErrorOptions = {}) {
    super(message);
    this.refusal = refusal;
    this.fix = fix;
    this.status = status;
    this.isTakenBack = isTakenBack;
  }
}
