import 'server-only';
import { actorOf } from '@/lib/auth/authorise';
import { keyedHash } from '@/lib/auth/secret';
import { linkHours } from '@/lib/auth/terms';
import type { Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/db/query';
import { takeTurn } from '@/lib/db/write';
import { withoutData } from '@/lib/faults';
import { type Locale, localeTag } from '@/lib/i18n/locale';
import { accountMailMessages, type MailedKind } from '@/lib/i18n/messages/accounts-mail';
import { type Mail, sendMail } from '@/lib/mail/send';
import { mailSettings } from '@/lib/mail/settings';
import { type Mailed, mailsAnHour } from './types';

/** A link to be mailed, to an address that is used for this alone. */
type LinkMail = { kind: MailedKind; token: string; to: string; locale: Locale };

/** The address of the page of a link. */
export function linkAddress(origin: string, token: string): string {
  return `${origin}/link/${token}`;
}

/** The mail that carries a link: what it is, the link, how long it holds, and that it works once. Pure. */
export function linkMail({ kind, token, to, locale }: LinkMail, site: string): Mail {
  const t = accountMailMessages[locale];
  const text = t.text[kind]({ link: linkAddress(site, token), hours: linkHours[kind] });
  return { to, subject: t.subject[kind], text, lang: localeTag[locale] };
}

/** Mails a link that was made, and says whether that went well. It never fails for the mail's sake: the link holds without it. */
export async function mailLink(viewer: Viewer, link: LinkMail): Promise<Mailed> {
  const { id } = actorOf(viewer, 'accounts');
  const settings = mailSettings();
  if (!settings) return 'failed';
  try {
    const turn = { kind: 'mail', visitor: keyedHash('account', id), limit: mailsAnHour };
    if (!(await takeTurn(database, turn))) return 'limit';
    return (await sendMail(settings, linkMail(link, settings.site))) ? 'sent' : 'failed';
  } catch (thrown) {
    console.error('A mail could not be sent:', withoutData(thrown));
    return 'failed';
  }
}
