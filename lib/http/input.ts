import type { z } from 'zod';
import { AppError, type FieldProblem } from '@/lib/errors';

/** A sentence for each message of a schema, with the value that was sent; `notAsExpected` for every other. */
export type ProblemWords = Record<string, (value: string) => string> & {
  notAsExpected: (value: string) => string;
};

/**
 * What was sent, checked by a schema whose messages are keys of `words`.
 * @throws AppError `invalid` that names every field that can't be taken, with the remedy in words. Pure.
 */
export function readInput<Input>(schema: z.ZodType<Input>, body: unknown, words: ProblemWords): Input {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const fields = new Map<string, FieldProblem>();
  for (const { path, message } of result.error.issues) {
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
