/** The closed list of things that can go wrong, each with its HTTP status. */
export const errorStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  'too-slow': 503,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** One thing wrong with one field of the input, with the remedy in words. */
export type FieldProblem = { field: string; value: string; message: string };

/**
 * An error with a code of the closed list and a sentence that may be shown to a user.
 * `cause` is for the log and never leaves the server.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldProblem[];
  /** Seconds after which it may be tried again; null = nothing is said of that. */
  readonly retryAfter: number | null;
  /** What the one who asked needs to decide how to go on, as plain data; undefined = nothing. */
  readonly details: object | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { fields?: FieldProblem[]; cause?: unknown; retryAfter?: number; details?: object } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = options.fields ?? [];
    this.details = options.details;
    this.retryAfter = options.retryAfter ?? (errorStatus[code] === 503 ? 5 : null);
  }
}

/** The one shape in which errors leave the server. */
export type ErrorBody = {
  error: {
    code: ErrorCode;
    message: string;
    fields?: FieldProblem[];
    details?: object;
    /** Of a fault: under which name it stands in the log. */
    request?: string;
  };
};

/** Any thrown value as status and body; what is not an `AppError` becomes a plain `internal` without detail. */
export function errorResponse(thrown: unknown): {
  status: number;
  body: ErrorBody;
  retryAfter: number | null;
} {
  const error =
    thrown instanceof AppError
      ? thrown
      : new AppError('internal', 'Something went wrong on the server. The fault has been logged.', {
          cause: thrown,
        });
  return {
    status: errorStatus[error.code],
    retryAfter: error.retryAfter,
    body: {
      error: {
        code: error.code,
        message: error.message,
        ...(error.fields.length > 0 ? { fields: error.fields } : {}),
        ...(error.details ? { details: error.details } : {}),
      },
    },
  };
}
