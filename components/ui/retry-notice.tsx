'use client';

import type { Locale } from '@/lib/i18n/locale';
import { errorMessages } from '@/lib/i18n/messages/errors';
import { Button } from './button';
import { Notice } from './notice';

/** Says that something could not be fetched, and offers to try again. What was on screen stays. */
export function RetryNotice({
  message,
  onRetry,
  locale,
}: {
  message: string;
  onRetry: () => void;
  locale: Locale;
}) {
  return (
    <Notice kind="error">
      <p>{message}</p>
      <Button size="small" onClick={onRetry}>
        {errorMessages[locale].retry}
      </Button>
    </Notice>
  );
}
