'use client';

import { SendForm } from '@/components/ui/send-form';
import { TextField } from '@/components/ui/text-field';
import type { LinkKind } from '@/lib/auth/terms';
import type { Locale } from '@/lib/i18n/locale';
import { accountMessages } from '@/lib/i18n/messages/accounts';

type LinkFormProps = { token: string; kind: LinkKind; login: string | null; locale: Locale };

/** Makes the account that a link is for, or chooses the new password of one. */
export function LinkForm({ token, kind, login, locale }: LinkFormProps) {
  const words = accountMessages[locale];
  const t = words.link;
  const makes = kind !== 'new-password';
  return (
    <SendForm
      path={makes ? '/api/link/account' : '/api/link/password'}
      extra={{ token }}
      words={{ button: makes ? t.make : t.choose, working: t.working, failed: words.failed }}
      onDone={() => window.location.assign(makes ? '/' : '/sign-in?set=1')}
    >
      {(problemOf) => (
        <>
          {makes ? (
            <>
              <TextField
                name="login"
                label={t.login}
                hint={t.loginHelp}
                problem={problemOf('login')}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
              />
              <TextField
                name="name"
                label={t.name}
                hint={t.nameHelp}
                problem={problemOf('name')}
                autoComplete="nickname"
                required
              />
            </>
          ) : (
            // Tells the browser's store of passwords whose password it is.
            <input type="text" value={login ?? ''} autoComplete="username" readOnly hidden />
          )}
          <TextField
            name="password"
            type="password"
            label={t.password}
            hint={t.passwordHelp}
            problem={problemOf('password')}
            autoComplete="new-password"
            required
          />
        </>
      )}
    </SendForm>
  );
}
