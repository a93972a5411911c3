/** Most answers that are kept for one owner. */
const most = 40;

const kept = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * An answer that is worked out once for as long as its `owner` lives and shared by all who ask for it under the same
 * key, also while it is being worked out. Of many the oldest is dropped; a failure is not kept. Nobody may change what
 * it holds.
 */
export function keptAnswer<Answer>(owner: object, key: string, work: () => Promise<Answer>): Promise<Answer> {
  const answers = kept.get(owner) ?? new Map<string, Promise<unknown>>();
  kept.set(owner, answers);
  const known = answers.get(key);
  if (known) return known as Promise<Answer>;
  const answer = work();
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  const oldest = answers.keys().next().value;
  if (answers.size > most && oldest !== undefined) answers.delete(oldest);
  return answer;
}
