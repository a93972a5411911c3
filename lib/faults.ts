/** What the database says of itself in an error. The rest of it repeats what was sent or stored. */
const harmless = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const;

/** Letters of a message that are kept; longer ones repeat what was sent. */
const longestMessage = 300;

/**
 * A fault as it may be logged: an error of the database without its message and its details, which repeat values of a
 * record; any other with what is quoted in its message, long numbers and mail addresses left out. Pure.
 */
export function withoutData(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return `A fault that is no error (${typeof thrown}).`;
  const said = thrown as Error & Partial<Record<(typeof harmless)[number], unknown>>;
  const ofDatabase = typeof said.severity === 'string' && typeof said.code === 'string';
  const fault = new Error(
    ofDatabase ? `The database refused (${said.code}).` : withoutQuotes(thrown.message),
  );
  fault.name = thrown.name;
  fault.stack = [`${fault.name}: ${fault.message}`, ...framesOf(thrown)].join('\n');
  const known = harmless.filter((key) => typeof said[key] === 'string').map((key) => [key, said[key]]);
  return Object.assign(fault, Object.fromEntries(known));
}

const withoutQuotes = (message: string) =>
  message
    .replaceAll(/"(\\.|[^"\\])*"|“[^”]*”|`[^`]*`|'[^']*'/g, '"…"')
    .replaceAll(/\d[\d\s-]{4,}\d[\dXx]?|\S+@\S+/g, '…')
    .slice(0, longestMessage);

/** The calls that led there, without the message before them. */
const framesOf = ({ stack = '' }: Error) => stack.split('\n').filter((line) => /^\s+at /.test(line));
