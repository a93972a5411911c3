import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { AccountRow } from '@/lib/accounts/types';
import { type Role, roles } from '@/lib/auth/permissions';
import { formatMoment } from '@/lib/dates/format';
import type { Locale } from '@/lib/i18n/locale';
import { colon, inBrackets } from '@/lib/i18n/marks';
import { accountMessages } from '@/lib/i18n/messages/accounts';
import styles from './accounts.module.css';

type LineProps = {
  account: AccountRow;
  isOwn: boolean;
  locale: Locale;
  onChange: (what: object) => void;
  onLink: () => void;
};

/** One account in the table, with what an admin can do to it. */
export function AccountLine({ account, isOwn, locale, onChange, onLink }: LineProps) {
  const words = accountMessages[locale];
  const t = words.accounts;
  const { login, name, role, closedAt, seenAt, secondFactor } = account;
  const closed = closedAt !== null;
  const select = useRef<HTMLSelectElement>(null);
  // A choice counts for the role that it was made over.
  const [{ over, to }, choose] = useState({ over: role, to: role });
  const chosen = over === role ? to : role;
  // Keys walk through the roles one after another, so that none is given before it is said.
  const give = () => {
    select.current?.focus();
    onChange({ role: chosen });
  };
  const close = () => {
    if (closed || window.confirm(t.confirmClose(login))) onChange({ closed: !closed });
  };
  return (
    <tr className={closed ? styles.closed : undefined}>
      <td data-label={t.login}>
        <span>
          <b>{login}</b>
          {isOwn && inBrackets(t.you, locale)}
        </span>
      </td>
      <td data-label={t.name}>
        <bdi>{name}</bdi>
      </td>
      <td data-label={t.roleLabel}>
        <div className={styles.acts}>
          <select
            ref={select}
            className={styles.select}
            aria-label={t.roleOf(login)}
            value={chosen}
            disabled={closed}
            onChange={(event) => choose({ over: role, to: event.target.value as Role })}
          >
            {roles.map((one) => (
              <option key={one} value={one}>
                {words.role[one]}
              </option>
            ))}
          </select>
          {chosen !== role && !closed && (
            <Button size="small" aria-label={`${t.giveRole}${colon[locale]}${login}`} onClick={give}>
              {t.giveRole}
            </Button>
          )}
        </div>
      </td>
      <td data-label={t.state}>
        <span>
          {closed ? t.closed : t.open}
          {secondFactor && `, ${t.secondFactor}`}
        </span>
      </td>
      <td data-label={t.used}>{seenAt ? formatMoment(seenAt, locale) : t.never}</td>
      <td data-label={t.acts}>
        <div className={styles.acts}>
          {!closed && (
            <Button size="small" onClick={onLink}>
              {t.passwordLink}
            </Button>
          )}
          {secondFactor && (
            <Button size="small" onClick={() => onChange({ secondFactor: false })}>
              {t.removeSecondFactor}
            </Button>
          )}
          <Button size="small" onClick={close}>
            {closed ? t.reopen : t.close}
          </Button>
        </div>
      </td>
    </tr>
  );
}
