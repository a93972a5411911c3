import type { LinkKind } from '@/lib/auth/terms';
import type { Locale } from '../locale';

/** What a mailed link is for. */
export type MailedKind = Exclude<LinkKind, 'first'>;
type Link = { link: string; hours: number };

/** The mails that carry a link, and what is said of them where it is made. */
const en = {
  field: 'Send it to',
  hint: 'Optional: one e-mail address, used once and not kept. Whoever can read that mailbox can use the link.',
  dialogTitle: (login: string) => `Link for a new password of ${login}`,
  cancel: 'Cancel',
  said: {
    sent: 'The mail is on its way. Should it not arrive, hand the link over yourself.',
    failed: 'The mail could not be sent; hand the link over yourself.',
    limit: (limit: number) =>
      `The mail was not sent: ${limit} within an hour are the limit. Hand the link over yourself.`,
  },
  notOffered:
    'This copy of Daybook sends no mails. Make the link without an address and hand it over yourself.',
  subject: {
    invitation: 'An invitation to Daybook',
    'new-password': 'A new password for Daybook',
  } satisfies Record<MailedKind, string>,
  text: {
    invitation: ({ link, hours }: Link) => `You are invited to Daybook. Make your account here:

${link}

The link works once, within ${hours / 24} days. If you did not expect it, do nothing.
`,
    'new-password': ({ link, hours }: Link) => `Choose a new password for your account of Daybook here:

${link}

The link works once, within ${hours} hours. If you did not ask for it, tell an admin and do not open it.
`,
  } satisfies Record<MailedKind, (of: Link) => string>,
};

const zh: typeof en = {
  field: '发送至',
  hint: '可不填。一个电子邮箱地址，只用一次，不会保存。能查看该邮箱的人都能使用此链接。',
  dialogTitle: (login) => `${login} 的新密码链接`,
  cancel: '取消',
  said: {
    sent: '邮件已发出。若对方没有收到，请自行将链接交给对方。',
    failed: '邮件未能发出，请自行将链接交给对方。',
    limit: (limit) => `邮件未发出：每小时最多 ${limit} 封。请自行将链接交给对方。`,
  },
  notOffered: '此 Daybook 不发送邮件。请不填地址生成链接，并自行交给对方。',
  subject: { invitation: 'Daybook 邀请', 'new-password': 'Daybook 新密码' },
  text: {
    invitation: ({ link, hours }) => `您受邀使用 Daybook。请在此创建您的账户：

${link}

此链接只能使用一次，${hours / 24} 天内有效。若您并未期待此邮件，请勿理会。
`,
    'new-password': ({ link, hours }) => `请在此为您的 Daybook 账户设置新密码：

${link}

此链接只能使用一次，${hours} 小时内有效。若非您要求，请勿打开，并告知管理员。
`,
  },
};

export const accountMailMessages: Record<Locale, typeof en> = { en, zh };
