/** Milliseconds between two writes: browsers ignore or refuse more than some ten a second. */
export const pace = 150;

/** Writes the address of the page. */
export type AddressWriter = {
  /** Adds an address to the history. */
  push: (address: string) => void;
  /** Puts an address in the place of the present one, at once or, while many follow one another, a moment later. */
  replace: (address: string) => void;
  /** Whether an address waits to be written. */
  isWaiting: () => boolean;
  /** Forgets what still waits: the page has gone elsewhere. */
  drop: () => void;
};

/** An address that may change with every key of a walk through many rows. */
export function addressWriter(history: Pick<History, 'pushState' | 'replaceState'>): AddressWriter {
  let waiting: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    timer = undefined;
    if (waiting === null) return;
    const address = waiting;
    waiting = null;
    timer = setTimeout(write, pace);
    history.replaceState(null, '', address);
  };
  const drop = () => {
    waiting = null;
  };
  const settle = () => {
    if (waiting === null) return;
    clearTimeout(timer);
    write();
  };
  return {
    push(address) {
      // Back leads to what was on screen last.
      settle();
      history.pushState(null, '', address);
    },
    replace(address) {
      waiting = address;
      if (timer === undefined) write();
    },
    isWaiting: () => waiting !== null,
    drop,
  };
}
