import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { termLabel } from '@/lib/codebook/vocabularies';
import { formatSpan } from '@/lib/dates/format';
import type { Locale } from '@/lib/i18n/locale';
import { mergeMessages } from '@/lib/i18n/messages/merge';
import { titleIn, titleLang } from '@/lib/i18n/messages/records';
import type { OpenIncident } from '@/lib/incidents/edit/types';
import { mergeRecords } from '@/lib/incidents/merging/merge';
import type { MergePair } from '@/lib/incidents/merging/queries';
import { MergeForm } from './merge-form';
import styles from './merging.module.css';
import { mergeRows } from './rows';

type PairProps = MergePair & { placeName: (id: string) => string; locale: Locale };

/** Two records side by side, and what is to become of them. */
export function Pair({ kept, dropped, placeName, locale }: PairProps) {
  const words = mergeMessages[locale];
  const merged = mergeRecords(kept.incident, dropped.incident, {});
  const together = [
    words.evidence(merged.claims.length),
    words.responses(merged.responses.length),
    words.directives(merged.directives.length),
  ];
  const swap = `/incidents/${encodeURIComponent(dropped.ref)}/merge?with=${encodeURIComponent(kept.ref)}`;
  return (
    <div className="stack">
      {kept.status !== 'published' && dropped.status === 'published' && (
        <Notice kind="warning">{words.notPublished}</Notice>
      )}
      <Card
        actions={
          <ButtonLink href={swap} size="small">
            {words.swap}
          </ButtonLink>
        }
      >
        <div className={styles.pair}>
          <Side label={words.stays} open={kept} placeName={placeName} locale={locale} />
          <Side label={words.goes} open={dropped} placeName={placeName} locale={locale} />
        </div>
      </Card>
      <MergeForm
        key={`${kept.ref} ${kept.version} ${dropped.ref} ${dropped.version}`}
        kept={{ ref: kept.ref, version: kept.version }}
        dropped={{ ref: dropped.ref, version: dropped.version }}
        rows={mergeRows(kept.incident, dropped.incident, locale, placeName)}
        together={together.join(' · ')}
        locale={locale}
      />
    </div>
  );
}

type SideProps = {
  label: string;
  open: OpenIncident;
  placeName: (id: string) => string;
  locale: Locale;
};

function Side({ label, open, placeName, locale }: SideProps) {
  const { title, titleZh, startsOn, endsOn, placeId } = open.incident;
  return (
    <div className={styles.record}>
      <b>{label}</b>
      <Link
        href={`/incidents/${encodeURIComponent(open.ref)}`}
        prefetch={false}
        lang={titleLang(locale, titleZh)}
      >
        {titleIn(locale, title, titleZh)}
      </Link>
      <span className={styles.remark}>
        {[
          open.ref,
          formatSpan(startsOn, endsOn, locale),
          placeName(placeId),
          termLabel('status', open.status, locale),
        ].join(' · ')}
      </span>
    </div>
  );
}
