import { SegmentedLinks } from '@/components/ui/segmented';
import type { linksFrom } from '@/lib/explore/links';
import type { ChosenPlace, PlaceKey } from '@/lib/explore/options';
import type { Locale } from '@/lib/i18n/locale';
import { filterBarMessages } from '@/lib/i18n/messages/filter-bar';
import { unknown } from '@/lib/incidents/dimensions';
import { OptionRow } from './option-row';
import styles from './places.module.css';
import rowStyles from './rows.module.css';

type ChosenPlacesProps = {
  field: PlaceKey;
  chosen: readonly ChosenPlace[];
  /** Incidents by value; null = not fetched yet. */
  counts: Record<string, number> | null;
  links: ReturnType<typeof linksFrom>;
  locale: Locale;
};

/** The places of the filter, each with the choice whether places within it are meant too. */
export function ChosenPlaces({ field, chosen, counts, links, locale }: ChosenPlacesProps) {
  const t = filterBarMessages[locale].places;
  const listed = chosen.filter(({ value }) => value !== unknown);
  if (listed.length === 0) return null;
  return (
    <section className={styles.chosen} aria-label={t.chosen}>
      <h3 className={styles.heading}>{t.chosen}</h3>
      <ul>
        {listed.map(({ value, label, state }) => {
          const id = value.replace(/^@/, '');
          const isAlone = value !== id;
          return (
            <li key={id}>
              <OptionRow
                label={label}
                count={counts?.[value] ?? null}
                state={state}
                keepHref={links.toggle(field, value)}
                leaveOutHref={links.exclude(field, value)}
                before={<span className={rowStyles.noOpener} />}
                locale={locale}
              />
              <div className={styles.scope}>
                <SegmentedLinks
                  label={t.scope(label)}
                  items={[
                    {
                      key: 'within',
                      label: t.within,
                      href: links.replace(field, value, id),
                      current: !isAlone,
                    },
                    {
                      key: 'alone',
                      label: t.alone,
                      href: links.replace(field, value, `@${id}`),
                      current: isAlone,
                    },
                  ]}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
