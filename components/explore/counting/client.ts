import type { CountedPage } from '@/lib/explore/counted-page';
import type { Locale } from '@/lib/i18n/locale';
import type { FromWorker, ToWorker } from './messages';

/** A worker that has the columns of one version of the data. */
export type ColumnClient = {
  /** The parts of a page; null = the server has to answer, or a later question came. */
  count: (search: string) => Promise<CountedPage | null>;
  end: () => void;
};

type Question = { search: string; resolve: (page: CountedPage | null) => void };

/** Longest time that is waited for columns, in milliseconds. */
const longestWait = 60_000;

/**
 * Fetches the columns of a version and starts a worker over them.
 * @throws where they don't come, can't be read, or are of another version.
 */
export async function openColumns(
  version: number,
  locale: Locale,
  signal: AbortSignal,
  onLost: () => void,
): Promise<ColumnClient> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(longestWait)]);
  const fetched = async (address: string) => {
    const response = await fetch(address, { signal: until, priority: 'low' });
    // 204: there are none to be had, which is no fault.
    if (response.status !== 200) throw new Error(`${address} answers ${response.status}`);
    return response.arrayBuffer();
  };
  const [packed, names] = await Promise.all([
    fetched(`/explore.arrow?packed=planes&v=${version}`),
    fetched(`/explore-reference.json?v=${version}`),
  ]);
  signal.throwIfAborted();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const say = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);

  const loaded = await new Promise<FromWorker>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('not wanted any more')));
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => resolve(data);
    worker.onerror = () => reject(new Error('the worker does not start'));
    const { origin, search } = window.location;
    say({ kind: 'load', packed, names, locale, origin, search }, [packed, names]);
  }).catch((thrown: unknown) => {
    worker.terminate();
    throw thrown;
  });
  if (loaded.kind !== 'loaded' || loaded.version !== version) {
    worker.terminate();
    throw new Error('the columns are not those that were asked for');
  }

  // One question at a time; of those that come meanwhile only the last is asked.
  let asked: Question | null = null;
  let next: Question | null = null;
  const ask = (question: Question) => {
    asked = question;
    say({ kind: 'count', search: question.search });
  };
  const end = () => {
    worker.terminate();
    asked?.resolve(null);
    next?.resolve(null);
    asked = null;
    next = null;
  };
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    const answered = asked;
    asked = null;
    if (next) ask(next);
    next = null;
    answered?.resolve(data.kind === 'counted' ? data.page : null);
  };
  worker.onerror = () => {
    end();
    onLost();
  };
  return {
    end,
    count: (search) =>
      new Promise((resolve) => {
        const question = { search, resolve };
        if (!asked) return ask(question);
        next?.resolve(null);
        next = question;
      }),
  };
}
