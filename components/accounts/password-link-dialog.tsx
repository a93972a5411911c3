import { Dialog } from '@/components/ui/dialog';
import { SendForm } from '@/components/ui/send-form';
import type { AccountRow, MadeAnswer } from '@/lib/accounts/types';
import type { Locale } from '@/lib/i18n/locale';
import { accountMessages } from '@/lib/i18n/messages/accounts';
import { accountMailMessages } from '@/lib/i18n/messages/accounts-mail';
import { SendToField } from './send-to-field';

type PasswordLinkDialogProps = {
  /** Whose password it is about; null = the dialog is closed. */
  account: AccountRow | null;
  locale: Locale;
  onClose: () => void;
  onDone: (made: MadeAnswer) => void;
};

/** Makes a link for a new password and asks whether it is to be mailed. */
export function PasswordLinkDialog({ account, locale, onClose, onDone }: PasswordLinkDialogProps) {
  const words = accountMessages[locale];
  const mail = accountMailMessages[locale];
  return (
    <Dialog
      open={account !== null}
      onClose={onClose}
      title={mail.dialogTitle(account?.login ?? '')}
      closeLabel={mail.cancel}
    >
      <SendForm<MadeAnswer>
        path="/api/accounts/password-link"
        extra={{ id: account?.id }}
        words={{ button: words.accounts.makeLink, working: words.accounts.working, failed: words.failed }}
        onDone={onDone}
      >
        {(problemOf) => <SendToField problem={problemOf('sendTo')} locale={locale} />}
      </SendForm>
    </Dialog>
  );
}
