/** Prometheus's own kinds of errors. */
export type ErrorType = 'bad_data' | 'execution' | 'timeout' | 'not_found' | 'internal' | 'unavailable';

const STATUS: Readonly<Record<ErrorType, number>> = {
  bad_data: 400,
  execution: 422,
  timeout: 503,
  not_found: 404,
  internal: 500,
  unavailable: 503,
};

/** An answer of Prometheus's HTTP API: status, and the body, as data or as JSON that is written already. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: object | string;
}

/** An answer with data; warnings and infos only where there are any. */
export function success(
  data: unknown,
  notes: { readonly warnings?: readonly string[]; readonly infos?: readonly string[] } = {},
): ApiAnswer {
  const { warnings = [], infos = [] } = notes;
  return {
    status: 200,
    body: {
      status: 'success',
      data,
      ...(warnings.length > 0 && { warnings }),
      ...(infos.length > 0 && { infos }),
    },
  };
}

/** An answer that says what is wrong. */
export function failure(errorType: ErrorType, error: string): ApiAnswer {
  return { status: STATUS[errorType], body: { status: 'error', errorType, error } };
}

/** What a wrong parameter ends a request with. */
export class ParameterError extends Error {
  override readonly name = 'ParameterError';
}
