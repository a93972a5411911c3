'use client';

import { useState } from 'react';
import { SendForm } from '@/components/ui/send-form';
import { TextField } from '@/components/ui/text-field';
import type { Locale } from '@/lib/i18n/locale';
import { accountMessages } from '@/lib/i18n/messages/accounts';

/** Signs in and goes on to `next`; asks for the code of the second factor where there is one. */
export function SignInForm({ next, locale }: { next: string; locale: Locale }) {
  const words = accountMessages[locale];
  const t = words.signIn;
  const [needsCode, setNeedsCode] = useState(false);
  const done = ({ needs }: { needs?: 'code' }) => {
    if (needs === 'code') setNeedsCode(true);
    // A whole new page: nothing that was fetched for a visitor is kept for an account.
    else window.location.assign(next);
  };
  return (
    <SendForm<{ needs?: 'code' }>
      path="/api/sign-in"
      words={{ button: t.button, working: t.working, failed: words.failed }}
      onDone={done}
    >
      {(problemOf) => (
        <>
          <TextField
            name="login"
            label={t.login}
            problem={problemOf('login')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <TextField
            name="password"
            type="password"
            label={t.password}
            problem={problemOf('password')}
            autoComplete="current-password"
            required
          />
          {needsCode && (
            <TextField
              name="code"
              label={t.code}
              hint={t.codeHelp}
              problem={problemOf('code')}
              autoComplete="one-time-code"
              inputMode="numeric"
              ref={(field) => field?.focus()}
              required
            />
          )}
        </>
      )}
    </SendForm>
  );
}
