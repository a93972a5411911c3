import type { Grain } from '@/lib/dates/periods';
import { type ExploreView, measures, type Selection, selectionPath } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { burstMessages } from '@/lib/i18n/messages/bursts';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { timeMessages } from '@/lib/i18n/messages/time';
import { splitFields } from '@/lib/incidents/dimensions';
import styles from './time-options.module.css';

export type TimeOptionsProps = { selection: Selection; grain: Grain; locale: Locale };

/** Numbers of buckets for a moving average, by their size: a week or four, a quarter or a year. */
const means: Record<Grain, number[]> = {
  day: [7, 28],
  week: [4, 13],
  month: [3, 12],
  quarter: [4, 8],
  year: [3, 5],
};

/** What a chart over time is split by, what it shows, and what is drawn beside it. Each choice is an address. */
export function TimeOptions({ selection, grain, locale }: TimeOptionsProps) {
  const { view } = selection;
  const t = timeMessages[locale].controls;
  const explore = exploreMessages[locale];
  const to = (change: Partial<ExploreView>) =>
    selectionPath('/', { ...selection, view: { ...view, ...change, page: 1 } });
  const fields = [null, ...splitFields.filter((field) => field !== 'status'), 'status'] as const;
  const lengths = [...new Set([...means[grain], ...(view.mean === null ? [] : [view.mean])])].sort(
    (a, b) => a - b,
  );
  return (
    <>
      <Choices
        label={t.show}
        items={measures.map((show) => ({
          key: show,
          label: t.shows[show],
          href: to({ show }),
          current: view.show === show,
        }))}
      />
      <Choices
        label={t.split}
        items={fields.map((split) => ({
          key: split ?? 'none',
          label: split === null ? t.none : explore.parts[split],
          href: to({ split }),
          current: view.split === split,
        }))}
      />
      <Choices
        label={t.mean}
        items={[
          { key: 'off', label: t.meanOff, href: to({ mean: null }), current: view.mean === null },
          ...lengths.map((mean) => ({
            key: String(mean),
            label: t.meanOf(mean, explore.time.grainWords[grain]),
            href: to({ mean }),
            current: view.mean === mean,
          })),
        ]}
      />
      <Choices
        label={t.lane}
        items={[false, true].map((lane) => ({
          key: String(lane),
          label: lane ? t.on : t.off,
          href: to({ lane }),
          current: view.lane === lane,
        }))}
      />
      <Choices
        label={burstMessages[locale].mark}
        items={[false, true].map((bursts) => ({
          key: String(bursts),
          label: bursts ? t.on : t.off,
          href: to({ bursts }),
          current: view.bursts === bursts,
        }))}
      />
    </>
  );
}

type ChoicesProps = {
  label: string;
  items: { key: string; label: string; href: string; current: boolean }[];
};

/** One choice out of several, as links that wrap. */
function Choices({ label, items }: ChoicesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, these are links
    <div className={styles.group} role="group" aria-label={label}>
      <p className={styles.label}>{label}</p>
      <div className={styles.items}>
        {items.map(({ key, label: text, href, current }) => (
          <a key={key} href={href} className={styles.item} aria-current={current ? 'true' : undefined}>
            {text}
          </a>
        ))}
      </div>
    </div>
  );
}
