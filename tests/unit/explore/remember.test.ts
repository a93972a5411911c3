import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { remember } from '@/components/explore/remember';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a question is asked once while its answer is fresh, and again after a minute', async () => {
  const ask = vi.fn(async (question: string) => `${question}!`);
  const answers = remember(ask);
  expect(await Promise.all([answers.get('a'), answers.get('a')])).toEqual(['a!', 'a!']);
  expect(ask).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(61_000);
  await answers.get('a');
  expect(ask).toHaveBeenCalledTimes(2);
});

test('what failed is asked again', async () => {
  const ask = vi
    .fn<(question: string) => Promise<string>>()
    .mockRejectedValueOnce(new Error('down'))
    .mockResolvedValue('up');
  const answers = remember(ask);
  await expect(answers.get('a')).rejects.toThrow('down');
  expect(await answers.get('a')).toBe('up');
});

test('what is given is not asked, and forgotten with all the rest', async () => {
  const ask = vi.fn(async () => 'asked');
  const answers = remember(ask);
  answers.keep('a', 'given');
  expect(await answers.get('a')).toBe('given');
  answers.clear();
  expect(await answers.get('a')).toBe('asked');
});

test('an answer is known once it is there, and no longer when it is old', async () => {
  const answers = remember(async (question: string) => `${question}!`);
  const asked = answers.get('a');
  expect(answers.known('a')).toBeUndefined();
  await asked;
  expect(answers.known('a')).toBe('a!');
  vi.advanceTimersByTime(61_000);
  expect(answers.known('a')).toBeUndefined();
});
