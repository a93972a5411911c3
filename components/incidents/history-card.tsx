import { Card } from '@/components/ui/card';
import { cell, DataTable } from '@/components/ui/data-table';
import { findField } from '@/lib/fields/types';
import { type Locale, listed } from '@/lib/i18n/locale';
import { historyMessages } from '@/lib/i18n/messages/history';
import { recordMessages } from '@/lib/i18n/messages/records';
import { incidentFields } from '@/lib/incidents/fields';
import type { RecordChange } from '@/lib/incidents/record/types';

/** Who changed what, when and why; newest first. */
export function HistoryCard({ changes, locale }: { changes: RecordChange[]; locale: Locale }) {
  const words = recordMessages[locale].history;
  return (
    <Card id="history" title={words.title} subtitle={words.subtitle}>
      {changes.length === 0 ? (
        <p className="muted">{words.empty}</p>
      ) : (
        <DataTable label={words.table} stacked>
          <thead>
            <tr>
              <th scope="col">{words.version}</th>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.version}>
                <td data-label={words.version}>{change.version}</td>
                <td data-label={words.when} className={cell.nowrap}>
                  <time dateTime={change.at}>{change.at.slice(0, 16).replace('T', ' ')}</time>
                </td>
                <td data-label={words.who}>{change.actorName}</td>
                <td data-label={words.what}>{whatInWords(change, locale)}</td>
                <td data-label={words.why} lang={locale === 'zh' ? 'en' : undefined}>
                  {change.reason ?? '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Card>
  );
}

function whatInWords({ action, fields }: RecordChange, locale: Locale): string {
  const words = recordMessages[locale].history;
  if (action.endsWith('.created')) return words.created;
  const others = historyMessages[locale].otherFields;
  const labels = fields.map(
    (field) => findField(incidentFields, field)?.label[locale] ?? others[field] ?? field,
  );
  return labels.length === 0 ? action : words.changed(listed(labels, locale));
}
