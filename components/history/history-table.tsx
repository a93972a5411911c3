import Link from 'next/link';
import { cell, DataTable } from '@/components/ui/data-table';
import type { HistoryEntry } from '@/lib/history/types';
import type { Locale } from '@/lib/i18n/locale';
import { comma } from '@/lib/i18n/marks';
import { historyMessages } from '@/lib/i18n/messages/history';
import { titleIn } from '@/lib/i18n/messages/records';
import { redactionMessages } from '@/lib/i18n/messages/redaction';
import { ActLink } from './act-link';
import { FieldChanges } from './field-changes';

const folders: Record<string, string> = { incident: 'incidents', directive: 'directives', source: 'sources' };

/** What was done, in words: `incident.published` → published. */
export function actionWords(action: string, locale: Locale): string {
  const last = action.slice(action.indexOf('.') + 1);
  return historyMessages[locale].actions[last] ?? last;
}

type HistoryTableProps = {
  entries: HistoryEntry[];
  locale: Locale;
  /** Whether the viewer may open the acts that entries belong to. */
  edits?: boolean;
  /** Whether the viewer may take personal data out of entries. */
  redacts?: boolean;
  /** Whether what was changed is shown at once. */
  open?: boolean;
};

/** Entries of the history, each with what it changed. */
export function HistoryTable({
  entries,
  locale,
  edits = false,
  redacts = false,
  open = false,
}: HistoryTableProps) {
  const words = historyMessages[locale];
  return (
    <DataTable label={words.table} stacked>
      <thead>
        <tr>
          {[words.when, words.who, words.record, words.what, words.why].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.seq}>
            <td data-label={words.when} className={cell.nowrap}>
              <time dateTime={entry.at}>{entry.at.slice(0, 16).replace('T', ' ')}</time>
            </td>
            <td data-label={words.who}>
              <bdi>{entry.actorName}</bdi>
            </td>
            <td data-label={words.record}>
              <RecordName entry={entry} locale={locale} />
            </td>
            <td data-label={words.what}>
              <div>
                {actionWords(entry.action, locale)}
                {edits && <ActLink actId={entry.actId} locale={locale} />}
                <FieldChanges kind={entry.subjectType} changes={entry.changes} locale={locale} open={open} />
                {entry.redactedBy !== null && (
                  <p className="muted">{redactionMessages[locale].mark(entry.redactedBy)}</p>
                )}
              </div>
            </td>
            <td data-label={words.why}>
              <div>
                {entry.reason === null ? '–' : <bdi>{entry.reason}</bdi>}
                {redacts && holdsText(entry) && (
                  <p>
                    <Link href={`/history/entries/${entry.seq}`} prefetch={false}>
                      {redactionMessages[locale].link}
                    </Link>
                  </p>
                )}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Whether an entry holds something that could be taken out. */
const holdsText = ({ subjectType, changes, reason }: HistoryEntry): boolean =>
  subjectType !== 'history' && (Object.keys(changes).length > 0 || reason !== null);

function RecordName({ entry, locale }: { entry: HistoryEntry; locale: Locale }) {
  const { subjectType, ref, title, titleZh } = entry;
  const words = historyMessages[locale];
  const kind = words.types[subjectType] ?? subjectType;
  const folder = folders[subjectType];
  if (ref === null || title === null) return <span>{kind}</span>;
  return (
    <span>
      {folder ? (
        <Link href={`/${folder}/${encodeURIComponent(ref)}`} prefetch={false}>
          {titleIn(locale, title, titleZh)}
        </Link>
      ) : (
        titleIn(locale, title, titleZh)
      )}{' '}
      <span className="muted">{`${kind}${comma[locale]}${ref}`}</span>
    </span>
  );
}
