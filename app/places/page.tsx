import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-heading';
import { PlaceTable } from '@/components/places/place-table';
import styles from '@/components/places/places.module.css';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { may } from '@/lib/auth/permissions';
import { pageViewer } from '@/lib/auth/session';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import { placeMessages } from '@/lib/i18n/messages/places';
import { recordMessages } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';
import { findNamedPlaces, placesShown } from '@/lib/places/aliases/queries';

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: placeMessages[await getLocale()].title };
}

/** Finds places (`?q=`) and shows what they are called; an editor adds and removes names. */
export default async function PlacesPage({ searchParams }: PageProps) {
  const viewer = await pageViewer();
  const [locale, { q }] = await Promise.all([getLocale(), searchParams]);
  const text = typeof q === 'string' ? q.trim().slice(0, 60) : '';
  const places = text === '' ? [] : await findNamedPlaces(text, viewer);
  const t = placeMessages[locale];
  const { codebook } = recordMessages[locale];
  const found = places.length < placesShown ? t.shown(places.length) : t.most(placesShown);
  return (
    <div className="wrap">
      <PageHeading
        breadcrumbLabel={layoutMessages[locale].breadcrumb}
        breadcrumb={[{ label: codebook.title, href: '/codebook' }, { label: t.title }]}
        title={t.title}
        subtitle={t.subtitle}
      />
      <div className="stack">
        <Card>
          <form action="/places" className={styles.find}>
            <label htmlFor="place-text">{t.label}</label>
            <div className={styles.add}>
              <input
                key={text}
                id="place-text"
                name="q"
                type="search"
                maxLength={60}
                defaultValue={text}
                aria-describedby="place-hint"
              />
              <Button type="submit" variant="primary">
                {t.find}
              </Button>
            </div>
            <p id="place-hint" className="muted">
              {t.hint}
            </p>
          </form>
        </Card>
        {places.length > 0 ? (
          <Card title={found}>
            <PlaceTable places={places} edits={may(viewer, 'edit')} locale={locale} />
          </Card>
        ) : (
          <p className="muted">{text === '' ? t.start : t.none(text)}</p>
        )}
      </div>
    </div>
  );
}
