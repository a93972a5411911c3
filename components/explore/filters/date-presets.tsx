import { dateParts } from '@/lib/dates/civil';
import { formatMonth } from '@/lib/dates/format';
import { parsePartialDate, type Span } from '@/lib/dates/periods';
import { linksFrom } from '@/lib/explore/links';
import { lastTwelveMonths, yearsOf } from '@/lib/explore/typed-dates';
import type { Locale } from '@/lib/i18n/locale';
import { filterBarMessages } from '@/lib/i18n/messages/filter-bar';
import { without } from '@/lib/incidents/selection';
import styles from './forms.module.css';
import type { FilterProps } from './props';

/** Usual ranges as links: everything, the last year covered, each year, and the months of a year that is chosen. */
export function DatePresets({ page, base, locale }: FilterProps) {
  const t = filterBarMessages[locale].dates;
  const { filters } = page.selection;
  const links = linksFrom(page.selection, base);
  const { coverage } = page;
  const undated = without(filters, 'dates');
  const everything = links.to({ ...undated, starts: null });
  const chip = (label: string, from: string, to: string) => {
    const isCurrent = filters.from === from && filters.to === to;
    return (
      <a
        key={label}
        href={isCurrent ? links.to(undated) : links.to({ ...filters, from, to })}
        className={styles.chip}
        aria-current={isCurrent ? 'true' : undefined}
      >
        {label}
      </a>
    );
  };
  const last = coverage && lastTwelveMonths(coverage);
  const year = yearChosen(filters);
  return (
    <div className={styles.presets}>
      <div className={styles.chips}>
        <a
          href={everything}
          className={styles.chip}
          aria-current={
            filters.from === null && filters.to === null && filters.starts === null ? 'true' : undefined
          }
        >
          {t.all}
        </a>
        {last && chip(t.lastYear, last.from, last.to)}
      </div>
      {coverage && (
        <Chips title={t.years}>
          {yearsOf(coverage).map((one) => chip(String(one), String(one), String(one)))}
        </Chips>
      )}
      {year !== null && (
        <Chips title={t.months(String(year))}>
          {months.map((month) => {
            const value = `${year}-${month}`;
            return chip(monthLabel(value, locale), value, value);
          })}
        </Chips>
      )}
    </div>
  );
}

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

function Chips({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <div className={styles.chips}>{children}</div>
    </section>
  );
}

/** A month without its year: "Sep", 9月. */
function monthLabel(month: string, locale: Locale): string {
  return formatMonth(`${month}-01`, locale).replace(/^\d{4}年| \d{4}$/, '');
}

/** The year that the range lies in; null = none, or several. */
function yearChosen({ from, to }: { from: string | null; to: string | null }): number | null {
  const spans = [from, to].map((text) => (text === null ? null : parsePartialDate(text)));
  const [first, last] = spans as [Span | null, Span | null];
  if (!first || !last) return null;
  const year = dateParts(first.from).year;
  return dateParts(last.to).year === year ? year : null;
}
