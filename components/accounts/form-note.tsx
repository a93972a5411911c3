import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/i18n/locale';
import { unscriptedMessages } from '@/lib/i18n/messages/unscripted';

/** Why a form can't be sent where no script runs. Drawn by the server alone, so that its words are in no script. */
export function FormNote({ locale }: { locale: Locale }) {
  return (
    <noscript>
      <Notice kind="warning">{unscriptedMessages[locale].form}</Notice>
    </noscript>
  );
}
