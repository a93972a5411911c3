import { cell, DataTable } from '@/components/ui/data-table';
import { termLabel } from '@/lib/codebook/vocabularies';
import type { Locale } from '@/lib/i18n/locale';
import { placeMessages } from '@/lib/i18n/messages/places';
import type { NamedPlace } from '@/lib/places/aliases/queries';
import { placeLabel } from '@/lib/places/lookup';
import { trailLabel } from '@/lib/places/trails';
import { AliasEditor } from './alias-editor';
import styles from './places.module.css';

type PlaceTableProps = {
  places: NamedPlace[];
  /** Whether the viewer changes names. */
  edits: boolean;
  locale: Locale;
};

/** Places with all that they are called. */
export function PlaceTable({ places, edits, locale }: PlaceTableProps) {
  const t = placeMessages[locale];
  return (
    <DataTable label={t.table} stacked>
      <thead>
        <tr>
          {[t.place, t.code, t.level, t.aliases].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map(({ trail, aliases }) => {
          const [place] = trail;
          if (!place) return null;
          return (
            <tr key={place.id}>
              <td>
                <b>{trailLabel(trail, locale)}</b>
                <div className="muted" lang={locale === 'zh' ? 'en' : 'zh-Hans'}>
                  {placeLabel(place, locale === 'zh' ? 'en' : 'zh')}
                </div>
              </td>
              <td data-label={t.code} className={cell.nowrap}>
                {place.code ?? place.id}
              </td>
              <td data-label={t.level} className={cell.nowrap}>
                {termLabel('placeLevel', place.level, locale)}
              </td>
              <td data-label={t.aliases}>
                {edits ? (
                  <AliasEditor
                    place={place.id}
                    name={placeLabel(place, locale)}
                    aliases={aliases}
                    locale={locale}
                  />
                ) : (
                  <span className={styles.plain}>
                    {aliases.length === 0 ? t.noAliases : aliases.join(' · ')}
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
