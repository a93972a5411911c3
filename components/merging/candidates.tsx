import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { termLabel } from '@/lib/codebook/vocabularies';
import { formatSpan } from '@/lib/dates/format';
import type { Locale } from '@/lib/i18n/locale';
import { editMessages } from '@/lib/i18n/messages/edit';
import { mergeMessages } from '@/lib/i18n/messages/merge';
import { titleIn, titleLang } from '@/lib/i18n/messages/records';
import type { Duplicate } from '@/lib/incidents/edit/types';
import styles from './merging.module.css';

type CandidatesProps = {
  record: string;
  candidates: Duplicate[];
  /** What was asked for and can't be taken, in words; null = nothing. */
  problem: string | null;
  asked: string;
  locale: Locale;
};

/** Which record goes into this one: one that may be of the same event, or any by its ref. */
export function Candidates({ record, candidates, problem, asked, locale }: CandidatesProps) {
  const words = mergeMessages[locale];
  const base = `/incidents/${encodeURIComponent(record)}/merge`;
  return (
    <div className="stack">
      {problem && <Notice kind="error">{problem}</Notice>}
      <Card title={words.candidates} subtitle={candidates.length === 0 ? words.none : words.candidatesHelp}>
        <ul className={styles.candidates}>
          {candidates.map(({ ref, title, titleZh, startsOn, endsOn, status, similarity }) => (
            <li key={ref} className={styles.candidate}>
              <span lang={titleLang(locale, titleZh)}>
                <a href={`/incidents/${encodeURIComponent(ref)}`} target="_blank" rel="noreferrer">
                  {titleIn(locale, title, titleZh)}
                </a>
                <span className={styles.remark}>
                  {[
                    ref,
                    formatSpan(startsOn, endsOn, locale),
                    termLabel('status', status, locale),
                    editMessages[locale].duplicates.alike(Math.round(similarity * 100)),
                  ].join(' · ')}
                </span>
              </span>
              <ButtonLink
                href={`${base}?with=${encodeURIComponent(ref)}`}
                aria-label={words.compareWith(titleIn(locale, title, titleZh))}
              >
                {words.compare}
              </ButtonLink>
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <form action={base} className={styles.find}>
          <label htmlFor="merge-with">{words.ref}</label>
          <input
            id="merge-with"
            name="with"
            defaultValue={asked}
            maxLength={120}
            aria-describedby="merge-hint"
          />
          <p id="merge-hint" className="muted">
            {words.refHint}
          </p>
          <Button type="submit">{words.compare}</Button>
        </form>
      </Card>
    </div>
  );
}
