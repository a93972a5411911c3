import { ButtonLink } from '@/components/ui/button';
import { may } from '@/lib/auth/permissions';
import type { Viewer } from '@/lib/auth/viewer';
import type { Locale } from '@/lib/i18n/locale';
import { accountMenu } from '@/lib/i18n/messages/account-menu';
import { AccountMenu } from './account-menu';

/** At the head of every page: who is signed in, or the way to sign in. */
export function AccountCorner({ viewer, locale }: { viewer: Viewer; locale: Locale }) {
  if (viewer.kind === 'account')
    return (
      <AccountMenu
        name={viewer.name}
        codes={may(viewer, 'code')}
        isAdmin={may(viewer, 'accounts')}
        locale={locale}
      />
    );
  return <ButtonLink href="/sign-in">{accountMenu[locale].signIn}</ButtonLink>;
}
