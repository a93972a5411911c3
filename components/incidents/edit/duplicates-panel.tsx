import { type DoubtProps, useShared } from '@/components/edit/context';
import styles from '@/components/edit/editor.module.css';
import { Panel } from '@/components/edit/panel';
import { Button } from '@/components/ui/button';
import { termLabel } from '@/lib/codebook/vocabularies';
import { formatSpan } from '@/lib/dates/format';
import { mergeMessages } from '@/lib/i18n/messages/merge';
import { titleIn, titleLang } from '@/lib/i18n/messages/records';
import type { Doubt } from '@/lib/incidents/edit/types';

/** Records that may be of the same event, to be looked at before another one is made. */
export function DuplicatesPanel({ doubt, onSave, onBack }: DoubtProps) {
  const { words, locale } = useShared();
  const given = doubt as Doubt;
  if (given.kind !== 'duplicates') return null;
  const t = words.duplicates;
  return (
    <Panel
      title={t.title}
      help={t.help}
      acts={
        <>
          <Button variant="primary" onClick={() => onSave({ notDuplicate: true })}>
            {t.other}
          </Button>
          <Button onClick={onBack}>{t.back}</Button>
        </>
      }
    >
      <ul className={styles.list}>
        {given.duplicates.map(({ ref, title, titleZh, startsOn, endsOn, status, similarity }) => (
          <li key={ref}>
            <a
              href={`/incidents/${encodeURIComponent(ref)}`}
              target="_blank"
              rel="noreferrer"
              lang={titleLang(locale, titleZh)}
            >
              {titleIn(locale, title, titleZh)}
              <span className="visually-hidden"> {t.newTab}</span>
            </a>
            <span className={styles.remark}>
              {[
                formatSpan(startsOn, endsOn, locale),
                termLabel('status', status, locale),
                t.alike(Math.round(similarity * 100)),
              ].join(' · ')}
              {given.mergeInto !== null && (
                <>
                  {' · '}
                  <a
                    href={`/incidents/${encodeURIComponent(given.mergeInto)}/merge?with=${encodeURIComponent(ref)}`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {mergeMessages[locale].button}
                    <span className="visually-hidden"> {t.newTab}</span>
                  </a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
