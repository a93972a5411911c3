/** Answers by question, kept for a short while. */
export type Remembered<Answer> = {
  get: (question: string) => Promise<Answer>;
  keep: (question: string, answer: Answer) => void;
  clear: () => void;
};

const keepForMs = 60_000;
const most = 30;

/** Asks each question once while its answer is fresh; what fails is asked again. */
export function remember<Answer>(ask: (question: string) => Promise<Answer>): Remembered<Answer> {
  const kept = new Map<string, { answer: Promise<Answer>; until: number }>();
  const put = (question: string, answer: Promise<Answer>) => {
    kept.delete(question);
    kept.set(question, { answer, until: Date.now() + keepForMs });
    const oldest = kept.keys().next().value;
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
  return {
    get(question) {
      const known = kept.get(question);
      if (known && known.until > Date.now()) return known.answer;
      const answer = put(question, ask(question));
      answer.catch(() => kept.delete(question));
      return answer;
    },
    keep: (question, answer) => void put(question, Promise.resolve(answer)),
    clear: () => kept.clear(),
  };
}
