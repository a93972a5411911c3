import { Button } from '@/components/ui/button';
import type { AccountRow } from '@/lib/accounts/types';
import { roles } from '@/lib/auth/permissions';
import { formatMoment } from '@/lib/dates/format';
import type { Locale } from '@/lib/i18n/locale';
import { inBrackets } from '@/lib/i18n/marks';
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
        <select
          className={styles.select}
          aria-label={t.roleOf(login)}
          value={role}
          disabled={closed}
          onChange={(event) => onChange({ role: event.target.value })}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {words.role[one]}
            </option>
          ))}
        </select>
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
