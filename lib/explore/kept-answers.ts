/** Most answers that are kept for one owner. */
export const mostKept = 60;

const kept = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * An answer that is worked out once for as long as its `owner` lives and shared by all who ask for it under the same
 * key, also while it is being worked out. Of many, that which was asked for longest ago is dropped; a failure is not
 * kept. Nobody may change what it holds.
 */
export function keptAnswer<Answer>(owner: object, key: string, work: () => Promise<Answer>): Promise<Answer> {
  const answers = kept.get(owner) ?? new Map<string, Promise<unknown>>();
  kept.set(owner, answers);
  const known = answers.get(key) as Promise<Answer> | undefined;
  const answer = known ?? work();
  answers.delete(key);
  answers.set(key, answer);
  if (known) return known;
  answer.catch(() => {
    if (answers.get(key) === answer) answers.delete(key);
  });
  const oldest = answers.keys().next().value;
  if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest);
  return answer;
}
