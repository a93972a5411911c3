import { type HistoryHead, parseHead } from '@/lib/audit/head';

const name = '--head';

/** Reads the arguments of `npm run verify-history`; throws a sentence that names what is wrong with them. */
export function readVerifyArguments(args: readonly string[]): { published: HistoryHead | null } {
  const [word, ...rest] = args;
  if (word === undefined) return { published: null };
  const [given, ofSign] = word.split(/=(.*)/s);
  if (given !== name)
    throw new Error(`“${word}” is not an argument of this command. It knows ${name} SEQ:HASH only.`);
  const [text = '', ...more] = ofSign === undefined ? rest : [ofSign, ...rest];
  if (more.length > 0) throw new Error(`${name} SEQ:HASH stands alone: “${more[0]}” is too much.`);
  const published = parseHead(text);
  if (published) return { published };
  throw new Error(
    `${name} must be the number of an entry, a colon and its hash of 64 hexadecimal digits, as this command prints them` +
      (text ? `; “${text}” is not.` : '.'),
  );
}
