import type { Role } from '@/lib/auth/permissions';
import type { LinkKind } from '@/lib/auth/terms';

/** An account as an admin sees it. Times are ISO 8601 in UTC. */
export type AccountRow = {
  id: string;
  login: string;
  name: string;
  role: Role;
  /** Whether a second factor is in use. */
  secondFactor: boolean;
  closedAt: string | null;
  createdAt: string;
  /** When it was last used in a browser that is still signed in; null = nowhere signed in. */
  seenAt: string | null;
  version: number;
};

/** An invitation that can still be taken up. */
export type InvitationRow = { id: string; role: Role; note: string | null; expiresAt: string };

/** What somebody sees of their own account. */
export type OwnAccount = {
  login: string;
  name: string;
  role: Role;
  secondFactor: boolean;
  sessions: { id: string; device: string; createdAt: string; seenAt: string }[];
};

/** What an open link is for. */
export type OpenLink = { kind: LinkKind; role: Role | null; login: string | null; name: string | null };

/** Mails with a link that an account may send within one hour of the clock. */
export const mailsAnHour = 20;

/** What became of a mail with a link: taken by the server of mails, not taken, or one too many within this hour. */
export type Mailed = 'sent' | 'failed' | 'limit';

/** A link that was made, and what became of its mail where one was wanted. */
export type MadeAnswer = { link: string; mail?: Mailed };
