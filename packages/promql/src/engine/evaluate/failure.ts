import type { Span } from '../../ast.ts';
import type { QueryError } from '../result.ts';

/** Ends an evaluation; caught where the query began and turned into the answer's error. */
export class QueryFailure extends Error {
  readonly error: QueryError;
  constructor(error: QueryError) {
    super(error.message);
    this.error = error;
  }
}

/** Ends the evaluation: this query cannot be answered on these samples. */
export function fail(message: string, span: Span): never {
  throw new QueryFailure({ kind: 'execution', message, span });
}

/** Ends the evaluation: the engine does not know this. */
export function unsupported(message: string, span: Span): never {
  throw new QueryFailure({ kind: 'unsupported', message, span });
}
