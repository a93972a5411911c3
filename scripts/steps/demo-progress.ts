/** Shows how far a run is, on one line of a terminal or on a new line now and then elsewhere. */
export type Progress = {
  show: (progress: { incidents: number; rows: number }) => void;
  /** Ends the line and returns the seconds that passed. */
  end: () => number;
};

const count = (value: number) => Math.round(value).toLocaleString('en');

/** Starts the clock of a run that makes so many incidents. */
export function showProgress(total: number): Progress {
  const { stdout } = process;
  const started = performance.now();
  const pause = stdout.isTTY ? 200 : 5_000;
  let shown = started;
  let open = false;
  const seconds = () => (performance.now() - started) / 1_000;
  return {
    show({ incidents, rows }) {
      if (performance.now() - shown < pause) return;
      shown = performance.now();
      const line = `${count(incidents)} of ${count(total)} incidents, ${count(rows / seconds())} rows a second`;
      stdout.write(stdout.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
      open = stdout.isTTY;
    },
    end() {
      if (open) stdout.write('\r\u001b[K');
      return seconds();
    },
  };
}
