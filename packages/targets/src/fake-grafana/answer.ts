/** What the fake answers. At most one of `json` and `yaml`; neither is an empty body. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly yaml?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One field of an object that the server does not take. */
export interface Cause {
  readonly field: string;
  readonly message: string;
}

/** An answer with a JSON body. */
export function answer(status: number, json: unknown, headers?: Answer['headers']): Answer {
  return { status, json, ...(headers !== undefined && { headers }) };
}

/** An error as `/api` gives it. */
export function legacyError(status: number, message: string, messageId?: string): Answer {
  return answer(status, { message, ...(messageId !== undefined && { messageId, statusCode: status }), traceID: '' });
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  410: 'Expired',
  422: 'Invalid',
  429: 'TooManyRequests',
  500: 'InternalError',
};

/** What a status is about. */
export interface StatusDetails {
  readonly name?: string;
  readonly group?: string;
  readonly kind?: string;
  readonly uid?: string;
  readonly causes?: readonly Cause[];
  readonly retryAfterSeconds?: number;
}

/** An error as `/apis` gives it: a Kubernetes status. */
export function failure(code: number, message: string, details: StatusDetails = {}, reason = REASONS[code]): Answer {
  const causes = details.causes?.map((cause) => ({ reason: 'FieldValueInvalid', ...cause }));
  return answer(code, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason,
    details: { ...details, ...(causes !== undefined && { causes }) },
    code,
  });
}
