import 'server-only';
import { createTransport } from 'nodemailer';
import { type MailSettings, mailTimes, smtpOptions } from './settings';

/** A mail of plain text to one address, in the language that `lang` is the tag of. */
export type Mail = { to: string; subject: string; text: string; lang: string };

/**
 * Hands a mail to the server of mails. False = it was not taken. The address is kept nowhere: the log gets the code of
 * the fault alone, since servers repeat in their answers whom a mail is for.
 */
export async function sendMail(
  settings: MailSettings,
  { to, subject, text, lang }: Mail,
  whole: number = mailTimes.whole,
): Promise<boolean> {
  const transport = createTransport(smtpOptions(settings));
  try {
    await transport.sendMail({
      from: { name: 'Daybook', address: settings.from },
      to: { name: '', address: to },
      envelope: { from: settings.from, to: [to] },
      subject,
      text,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': lang },
      signal: AbortSignal.timeout(whole),
    });
    return true;
  } catch (thrown) {
    console.error(`A mail could not be sent (${codesOf(thrown)}).`);
    return false;
  } finally {
    transport.close();
  }
}

/** What kind of fault it was, without a word of it: such as `ESOCKET ECONNREFUSED`, or `EENVELOPE 550`. Pure. */
export function codesOf(thrown: unknown): string {
  const { code, originalCode, responseCode } = Object(thrown) as Record<string, unknown>;
  const names = [code, originalCode].filter((one) => typeof one === 'string' && /^[A-Z_]{1,60}$/.test(one));
  const codes = typeof responseCode === 'number' ? [...names, responseCode] : names;
  return codes.join(' ') || 'no code';
}
