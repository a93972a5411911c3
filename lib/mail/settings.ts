import 'server-only';
import type { SMTPTransportOptions } from 'nodemailer/lib/smtp-transport';
import { env, isLocal } from '@/lib/env';

/** Milliseconds that each step of sending may take, and all of them together. */
export const mailTimes = { step: 10_000, whole: 20_000 } as const;

/** By whom mails are sent, and under which address Daybook is reached: never what a request says of it. */
export type MailSettings = { server: string; from: string; site: string };

/** How mails are sent; null = not at all, since one of the three settings that it takes is missing. */
export function mailSettings(): MailSettings | null {
  const { DAYBOOK_SMTP_URL: server, DAYBOOK_MAIL_FROM: from, DAYBOOK_ORIGIN: site } = env();
  return server && from && site ? { server, from, site: site.replace(/\/$/, '') } : null;
}

/**
 * How the server of mails is spoken to. `smtps` is TLS from the start; `smtp` has to turn to TLS before anything is
 * said, unless the server is this machine. Certificates are checked. Pure.
 */
export function smtpOptions({ server, site }: Omit<MailSettings, 'from'>): SMTPTransportOptions {
  const { protocol, hostname, port, username, password } = new URL(server);
  const secure = protocol === 'smtps:';
  const local = isLocal(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : local ? 25 : 587,
    secure,
    requireTLS: !secure && !local,
    ignoreTLS: !secure && local,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    // What the server calls itself is what is known of it already.
    name: new URL(site).hostname,
    dnsTimeout: mailTimes.step,
    connectionTimeout: mailTimes.step,
    greetingTimeout: mailTimes.step,
    socketTimeout: mailTimes.step,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
