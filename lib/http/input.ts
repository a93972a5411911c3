import type { z } from 'zod';
import { AppError, type FieldProblem } from '@/lib/errors';

/**
 * A sentence for each message of a schema, with the value that was sent; `notText` for what no text can hold, and
 * `notAsExpected` for every other.
 */
export type ProblemWords = Record<string, (value: string) => string> & {
  notText: (value: string) => string;
  notAsExpected: (value: string) => string;
};

/**
 * What was sent, checked by a schema whose messages are keys of `words`. Whatever the schema says of a text, none may
 * hold the character NUL or half a character: the database keeps neither.
 * @throws AppError `invalid` that names every field that can't be taken, with the remedy in words. Pure.
 */
export function readInput<Input>(schema: z.ZodType<Input>, body: unknown, words: ProblemWords): Input {
  const result = schema.safeParse(body);
  const issues: readonly Issue[] = result.success ? brokenTexts(result.data) : result.error.issues;
  if (result.success && issues.length === 0) return result.data;
  const fields = new Map<string, FieldProblem>();
  for (const { path, message } of issues) {
    const field = path.join('.') || 'body';
    const found = path.reduce<unknown>(
      (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
      body,
    );
    const value = typeof found === 'string' ? found : '';
    if (fields.has(field)) continue;
    const sentence = Object.hasOwn(words, message) ? words[message] : undefined;
    fields.set(field, {
      field,
      // A password is never sent back.
      value: /password|old|code|token/.test(field) ? '' : value.slice(0, 80),
      message: (sentence ?? words.notAsExpected)(value),
    });
  }
  const list = [...fields.values()];
  throw new AppError('invalid', list.map(({ message }) => message).join(' '), { fields: list });
}

type Issue = { path: readonly PropertyKey[]; message: string };

/** Where texts, or the names of fields, hold what no text can. */
function brokenTexts(part: unknown, path: readonly PropertyKey[] = []): Issue[] {
  if (typeof part === 'string') return isBroken(part) ? [{ path, message: 'notText' }] : [];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    isBroken(key) ? [{ path, message: 'notText' }] : brokenTexts(value, [...path, key]),
  );
}

const isBroken = (text: string) => text.includes('\0') || /\p{Cs}/u.test(text);
