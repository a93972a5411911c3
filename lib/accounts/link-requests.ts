import 'server-only';
import { AppError } from '@/lib/errors';
import type { Sender } from '@/lib/http/write';
import { accountMailMessages, type MailedKind } from '@/lib/i18n/messages/accounts-mail';
import { mailSettings } from '@/lib/mail/settings';
import { callBack, invite, makePasswordLink } from './links/mutations';
import { linkAddress, mailLink } from './mailing';
import { type Handle, read } from './requests';
import type { MadeAnswer } from './types';

/** Makes an invitation and answers its link, which is shown once; mails it where an address is given. */
export const handleInvite: Handle = (body, sender) => {
  const { sendTo, ...wanted } = read('invite', body, sender.locale);
  return make('invitation', sendTo, sender, () => invite(sender.viewer, wanted));
};

/** Calls an invitation back. */
export const handleCallBack: Handle = (body, { viewer, locale }) =>
  callBack(viewer, read('callBack', body, locale).link);

/** Makes a link for a new password and answers it; mails it where an address is given. */
export const handlePasswordLink: Handle = (body, sender) => {
  const { sendTo, id } = read('passwordLink', body, sender.locale);
  return make('new-password', sendTo, sender, () => makePasswordLink(sender.viewer, id));
};

/** @throws AppError `invalid`, before anything is made, when an address is given and no mail can be sent from here. */
async function make(
  kind: MailedKind,
  to: string | null,
  { viewer, locale, origin }: Sender,
  makeToken: () => Promise<string>,
): Promise<MadeAnswer> {
  if (to !== null && !mailSettings()) {
    const message = accountMailMessages[locale].notOffered;
    throw new AppError('invalid', message, { fields: [{ field: 'sendTo', value: '', message }] });
  }
  const token = await makeToken();
  const link = linkAddress(origin, token);
  return to === null ? { link } : { link, mail: await mailLink(viewer, { kind, token, to, locale }) };
}
