/** Answers by question, kept for a short while. */
export type Remembered<Answer> = {
  get: (question: string) => Promise<Answer>;
  /** The answer if it is there and fresh. */
  known: (question: string) => Answer | undefined;
  keep: (question: string, answer: Answer) => void;
  clear: () => void;
};

type Kept<Answer> = { answer: Promise<Answer>; value?: Answer; until: number };

const keepForMs = 60_000;
const most = 30;

/** Asks each question once while its answer is fresh; what fails is asked again. */
export function remember<Answer>(ask: (question: string) => Promise<Answer>): Remembered<Answer> {
  const kept = new Map<string, Kept<Answer>>();
  const fresh = (question: string) => {
    const entry = kept.get(question);
    return entry && entry.until > Date.now() ? entry : undefined;
  };
  const put = (question: string, entry: Omit<Kept<Answer>, 'until'>) => {
    kept.delete(question);
    kept.set(question, { ...entry, until: Date.now() + keepForMs });
    const oldest = kept.keys().next().value;
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  };
  return {
    get(question) {
      const found = fresh(question);
      if (found) return found.answer;
      const answer = ask(question);
      put(question, { answer });
      const isOurs = () => kept.get(question)?.answer === answer;
      answer.then(
        (value) => {
          if (isOurs()) put(question, { answer, value });
        },
        () => {
          if (isOurs()) kept.delete(question);
        },
      );
      return answer;
    },
    known: (question) => fresh(question)?.value,
    keep: (question, value) => put(question, { answer: Promise.resolve(value), value }),
    clear: () => kept.clear(),
  };
}
