import { Button } from '@/components/ui/button';
import { termLabel } from '@/lib/codebook/vocabularies';
import { formatSpan } from '@/lib/dates/format';
import { titleIn, titleLang } from '@/lib/i18n/messages/records';
import type { Duplicate } from '@/lib/incidents/edit/types';
import { useShared } from './context';
import styles from './editor.module.css';
import { Panel } from './panel';

type DuplicatesPanelProps = { duplicates: Duplicate[]; onSave: () => void; onBack: () => void };

/** Records that may be of the same event, to be looked at before another one is made. */
export function DuplicatesPanel({ duplicates, onSave, onBack }: DuplicatesPanelProps) {
  const { words, locale } = useShared();
  const t = words.duplicates;
  return (
    <Panel
      title={t.title}
      help={t.help}
      acts={
        <>
          <Button variant="primary" onClick={onSave}>
            {t.other}
          </Button>
          <Button onClick={onBack}>{t.back}</Button>
        </>
      }
    >
      <ul className={styles.list}>
        {duplicates.map(({ ref, title, titleZh, startsOn, endsOn, status, similarity }) => (
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
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
