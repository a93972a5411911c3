import { fewest } from '@/lib/explore/compare/change';
import type { ComparedSide, ComparisonPage } from '@/lib/explore/compare/types';
import { changeText, ratioText, threeFigures } from '@/lib/explore/compare/words';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { compareMessages } from '@/lib/i18n/messages/compare';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { ButtonLink } from '../../ui/button';
import { classes } from '../../ui/tone';
import styles from './compare.module.css';
import type { CompareLinks } from './links';

type CompareBarProps = { comparison: ComparisonPage; links: CompareLinks; locale: Locale };

/** What A and B are, in words, with their numbers; what can be done with them; and the outcome in a sentence. */
export function CompareBar({ comparison, links, locale }: CompareBarProps) {
  const t = compareMessages[locale];
  const { kind, a, b, isSame } = comparison;
  return (
    <div className={styles.bar}>
      <div className={styles.sides}>
        {a && <Side name="a" side={a} kind={t.kinds[kind]} links={links} locale={locale} />}
        <Side name="b" side={b} kind={t.kinds.present} links={links} locale={locale} />
      </div>
      {!isSame && <Sentence comparison={comparison} locale={locale} />}
      <div className={`${styles.acts} no-print`}>
        {links.swap && !isSame && (
          <ButtonLink size="small" href={links.swap}>
            {t.swap}
          </ButtonLink>
        )}
        {!isSame && (
          <ButtonLink size="small" href={links.repin}>
            {t.repin}
          </ButtonLink>
        )}
        <ButtonLink size="small" href={links.stop} data-then="compare">
          {kind === 'pinned' ? t.unpin : t.stop}
        </ButtonLink>
      </div>
    </div>
  );
}

type SideProps = {
  name: 'a' | 'b';
  side: ComparedSide;
  kind: string;
  links: CompareLinks;
  locale: Locale;
};

function Side({ name, side, kind, links, locale }: SideProps) {
  const t = compareMessages[locale];
  const { phrases, incidents, observed } = side;
  const n = formatNumber(incidents, locale);
  return (
    <div className={styles.side} data-side={name}>
      <p className={styles.sideName}>
        <b className={classes(styles.badge, name === 'a' ? styles.badgeA : styles.badgeB)}>{t.sides[name]}</b>
        <span className="muted">{kind}</span>
      </p>
      <ul className={styles.phrases}>
        {phrases.length === 0 && <li>{t.everything}</li>}
        {phrases.map((phrase) => {
          const remove = name === 'a' ? links.withoutA(phrase.part) : null;
          return (
            <li key={phrase.part} className={phrase.differs ? styles.differs : undefined}>
              {phrase.label}
              {exploreMessages[locale].colon}
              {phrase.short}
              {phrase.differs && <span className="visually-hidden"> ({t.differs})</span>}
              {remove && (
                <a href={remove} className={styles.remove}>
                  <span className="visually-hidden">{t.removeFrom(phrase.label)}</span>
                  <svg viewBox="0 0 10 10" aria-hidden="true">
                    <path d="M1 1l8 8M9 1l-8 8" />
                  </svg>
                </a>
              )}
            </li>
          );
        })}
      </ul>
      <p className={styles.numbers}>
        {incidents > 0 ? (
          <a href={links.side(side)}>{t.size(n, incidents === 1)}</a>
        ) : (
          t.size(n, incidents === 1)
        )}
        {observed && observed.days > 0 && (
          <span className="muted">
            {t.inDays(formatNumber(observed.days, locale), observed.days === 1)}
            {incidents >= fewest && ` · ${t.perDay(threeFigures(incidents / observed.days, locale))}`}
          </span>
        )}
      </p>
    </div>
  );
}

/** "B has 120 incidents, A has 80. Per day, B has 1.42 times as many: large increase." */
function Sentence({ comparison, locale }: { comparison: ComparisonPage; locale: Locale }) {
  const t = compareMessages[locale];
  const { a, b, result } = comparison;
  if (!a || !result) return null;
  const size = ({ incidents }: ComparedSide) => t.size(formatNumber(incidents, locale), incidents === 1);
  const { change } = result.total;
  return (
    <p className={styles.sentence} aria-live="polite">
      {t.sentence(size(a), size(b))}
      {!change && t.sentenceFew}
      {change?.rates && t.sentenceRatio(ratioText(change.rates, locale), changeText(change.rates, locale))}
    </p>
  );
}
