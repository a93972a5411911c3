type Cleanup = () => void | Promise<void>;

const cleanups: Cleanup[] = [];
let ending: Promise<never> | undefined;

/** Says something to the user. */
export function say(sentence: string): void {
  console.log(sentence);
}

/** Leaves something to be done at the end, however the command ends. The last left is done first. */
export function atEnd(cleanup: Cleanup): void {
  cleanups.push(cleanup);
}

/** Whether the command is ending already. */
export function isEnding(): boolean {
  return ending !== undefined;
}

/** Does what was left for the end, each once, and ends the process. */
export function end(code: number): Promise<never> {
  ending ??= finish(code);
  return ending;
}

/**
 * Runs a command until it returns its exit code. Ctrl-C, SIGTERM and the loss of the parent end it cleanly, with
 * code 0; an error ends it with its sentence and code 1. Further signals do not disturb the ending.
 */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  process.on('disconnect', () => void end(0));
  try {
    await end(await command());
  } catch (thrown) {
    if (!isEnding()) console.error(thrown instanceof Error ? thrown.message : thrown);
    await end(1);
  }
}

async function finish(code: number): Promise<never> {
  for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) {
    try {
      await cleanup();
    } catch (thrown) {
      console.error(thrown instanceof Error ? thrown.message : thrown);
      code ||= 1;
    }
  }
  process.exit(code);
}
