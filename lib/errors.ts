import type { Locale, Localised } from '@/lib/i18n/locale';
import { faults } from '@/lib/i18n/messages/faults';

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
  full: 507,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** One thing wrong with one field of the input, with the remedy in words. */
export type FieldProblem = { field: string; value: string; message: string };

/** The same as it is thrown: words in every language where whoever throws does not know who asks. */
export type FieldFault = Omit<FieldProblem, 'message'> & { message: string | Localised };

/**
 * An error with a code of the closed list and a sentence that may be shown to a user.
 * `cause` is for the log and never leaves the server.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** The sentence in every language; in the one it was thrown in where that was known. */
  readonly words: string | Localised;
  readonly fields: FieldFault[];
  /** Seconds after which it may be tried again; null = nothing is said of that. */
  readonly retryAfter: number | null;
  /** What the one who asked needs to decide how to go on, as plain data; undefined = nothing. */
  readonly details: object | undefined;

  constructor(
    code: ErrorCode,
    words: string | Localised,
    options: { fields?: FieldFault[]; cause?: unknown; retryAfter?: number; details?: object } = {},
  ) {
    super(wordsIn(words, 'en'), { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.words = words;
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

const wordsIn = (words: string | Localised, locale: Locale): string =>
  typeof words === 'string' ? words : words[locale];

/** What is wrong with several fields, as one text in every language. */
export function inOne(fields: readonly FieldFault[]): Localised {
  const all = (locale: Locale, between: string) =>
    fields.map(({ message }) => wordsIn(message, locale)).join(between);
  return { en: all('en', ' '), zh: all('zh', '') };
}

/**
 * Any thrown value as status and body, in the language of whoever asks; what is not an `AppError` becomes a plain
 * `internal` without detail.
 */
export function errorResponse(
  thrown: unknown,
  locale: Locale,
): {
  status: number;
  body: ErrorBody;
  retryAfter: number | null;
} {
  const error =
    thrown instanceof AppError
      ? thrown
      : new AppError('internal', faults.internal, {
          cause: thrown,
        });
  return {
    status: errorStatus[error.code],
    retryAfter: error.retryAfter,
    body: {
      error: {
        code: error.code,
        message: wordsIn(error.words, locale),
        ...(error.fields.length > 0
          ? { fields: error.fields.map((one) => ({ ...one, message: wordsIn(one.message, locale) })) }
          : {}),
        ...(error.details ? { details: error.details } : {}),
      },
    },
  };
}
