import { PageHeading } from '@/components/layout/page-heading';
import { ButtonLink } from '@/components/ui/button';
import type { Locale } from '@/lib/i18n/locale';
import { savedMessages } from '@/lib/i18n/messages/saved';
import styles from './saved-views.module.css';

/** What a short link opens under which nothing is saved. */
export function ViewNotFound({ locale }: { locale: Locale }) {
  const words = savedMessages[locale];
  return (
    <div className="wrap">
      <PageHeading title={words.notFound} />
      <div className={styles.lost}>
        <p className="prose">{words.notFoundText}</p>
        <p className={styles.actions}>
          <ButtonLink href="/views" variant="primary">
            {words.all}
          </ButtonLink>
          <ButtonLink href="/">{words.toExplore}</ButtonLink>
        </p>
      </div>
    </div>
  );
}
