'use client';

import './globals.css';
import { ErrorView } from '@/components/layout/error-view';
import { useBrowserLocale } from '@/components/layout/use-browser-locale';
import { localeTag } from '@/lib/i18n/locale';

type GlobalErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function GlobalError({ error, retry }: GlobalErrorProps) {
  const locale = useBrowserLocale();
  return (
    <html lang={localeTag[locale]}>
      <body>
        <title>Daybook</title>
        <main>
          <ErrorView retry={retry} digest={error.digest} />
        </main>
      </body>
    </html>
  );
}
