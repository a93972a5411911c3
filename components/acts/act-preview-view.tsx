import { cell, DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import { termLabel } from '@/lib/codebook/vocabularies';
import { findField } from '@/lib/fields/types';
import { type Locale, listed } from '@/lib/i18n/locale';
import { colon, semicolon } from '@/lib/i18n/marks';
import { actsMessages } from '@/lib/i18n/messages/acts';
import { editMessages } from '@/lib/i18n/messages/edit';
import { titleIn, titleLang } from '@/lib/i18n/messages/records';
import type { ActPreview, NamedRecord } from '@/lib/incidents/acts/types';
import { incidentFields } from '@/lib/incidents/fields';
import styles from './acts.module.css';
import { ChangeWords } from './change-words';

/** What an act would do: how many records change, which can't and why, and some of them before and after. */
export function ActPreviewView({ preview, locale }: { preview: ActPreview; locale: Locale }) {
  const words = actsMessages[locale];
  const { matched, changing, same, hindered, findings, sample } = preview;
  const stays = hindered.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <ul className={styles.numbers}>
        <li>{words.matched(matched)}</li>
        <li>
          <b>{words.changing(changing)}</b>
        </li>
        {same > 0 && <li>{words.same(same)}</li>}
        {stays > 0 && <li>{words.hindered(stays)}</li>}
      </ul>
      {changing === 0 && <Notice kind="warning">{words.nothing}</Notice>}
      {hindered.length > 0 && (
        <section aria-label={words.hinderedTitle}>
          <h3 className={styles.heading}>{words.hinderedTitle}</h3>
          <ul className={styles.reasons}>
            {hindered.map(({ why, status, count, some }) => (
              <li key={`${why} ${status}`}>
                {why === 'state'
                  ? words.why.state(count, termLabel('status', status ?? '', locale))
                  : words.why[why](count)}
                {why !== 'personal-data' && <Names records={some} count={count} locale={locale} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {findings.length > 0 && (
        <section aria-label={words.findingsTitle}>
          <h3 className={styles.heading}>{words.findingsTitle}</h3>
          <ul className={styles.reasons}>
            {findings.map((record) => (
              <li key={record.ref}>
                <RecordLink record={record} locale={locale} />
                <span className="muted">
                  {' '}
                  {record.fields
                    .map(
                      ({ field, kinds }) =>
                        `${fieldName(field, locale)}${colon[locale]}${kindsIn(kinds, locale)}`,
                    )
                    .join(semicolon[locale])}
                </span>
              </li>
            ))}
          </ul>
          <Rest hindered={hindered} listed={findings.length} locale={locale} />
        </section>
      )}
      {sample.length > 0 && (
        <section aria-label={words.sampleTitle}>
          <h3 className={styles.heading}>{words.sampleTitle}</h3>
          <DataTable label={words.sampleTable} stacked>
            <thead>
              <tr>
                <th scope="col">{words.record}</th>
                <th scope="col">
                  {words.was} → {words.becomes}
                </th>
              </tr>
            </thead>
            <tbody>
              {sample.map((record) => (
                <tr key={record.ref}>
                  <td data-label={words.record} className={cell.main}>
                    <RecordLink record={record} locale={locale} />
                  </td>
                  <td data-label={words.becomes}>
                    <ChangeWords changes={record.changes} locale={locale} />
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </section>
      )}
    </>
  );
}

function Rest({
  hindered,
  listed,
  locale,
}: {
  hindered: ActPreview['hindered'];
  listed: number;
  locale: Locale;
}) {
  const all = hindered.find(({ why }) => why === 'personal-data')?.count ?? 0;
  return all > listed ? <p className="muted">{actsMessages[locale].findingsMore(listed)}</p> : null;
}

function Names({ records, count, locale }: { records: NamedRecord[]; count: number; locale: Locale }) {
  return (
    <span className={styles.names}>
      {records.map((record) => (
        <RecordLink key={record.ref} record={record} locale={locale} />
      ))}
      {count > records.length && (
        <span className="muted">{actsMessages[locale].andMore(count - records.length)}</span>
      )}
    </span>
  );
}

/** A record by its title; it opens beside the dialog, which stays as it is. */
function RecordLink({ record: { ref, title, titleZh }, locale }: { record: NamedRecord; locale: Locale }) {
  return (
    <a
      href={`/incidents/${encodeURIComponent(ref)}`}
      target="_blank"
      rel="noreferrer"
      lang={titleLang(locale, titleZh)}
    >
      {titleIn(locale, title, titleZh)}
      <span className="visually-hidden"> {editMessages[locale].duplicates.newTab}</span>
    </a>
  );
}

/** The field that a path such as `claims.2.note` begins with. */
function fieldName(path: string, locale: Locale): string {
  const [field = ''] = path.split('.');
  if (field === 'claims') return editMessages[locale].sections.claims;
  return findField(incidentFields, field)?.label[locale] ?? field;
}

const kindsIn = (kinds: readonly (keyof (typeof editMessages)['en']['kinds'])[], locale: Locale) =>
  listed(
    kinds.map((kind) => editMessages[locale].kinds[kind]),
    locale,
  );
