import { TextField } from '@/components/ui/text-field';
import type { Locale } from '@/lib/i18n/locale';
import { accountMailMessages } from '@/lib/i18n/messages/accounts-mail';

/** Asks to whom a link is to be mailed. The browser is not to remember it either. */
export function SendToField({ problem, locale }: { problem: string | undefined; locale: Locale }) {
  const t = accountMailMessages[locale];
  return (
    <TextField
      name="sendTo"
      type="email"
      label={t.field}
      hint={t.hint}
      problem={problem}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
