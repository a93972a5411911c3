import { Card } from '@/components/ui/card';
import type { CountingRule } from '@/lib/codebook/rules';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import styles from './codebook-contents.module.css';

/** Links to the parts of the page. */
export function CodebookContents({
  parts,
  locale,
}: {
  parts: { id: string; label: string }[];
  locale: Locale;
}) {
  return (
    <nav className={styles.contents} aria-label={recordMessages[locale].codebook.contents}>
      {parts.map(({ id, label }) => (
        <a key={id} href={`#${id}`}>
          {label}
        </a>
      ))}
    </nav>
  );
}

/** How Daybook counts. Each rule has an anchor: `#rule-3`. */
export function CountingRules({ rules, locale }: { rules: readonly CountingRule[]; locale: Locale }) {
  const words = recordMessages[locale].codebook;
  return (
    <Card id="rules" title={words.rules} subtitle={words.rulesSubtitle}>
      <ol className={styles.rules}>
        {rules.map((rule) => (
          <li key={rule.id} id={`rule-${rule.id}`} value={rule.id}>
            {rule.text[locale]}
          </li>
        ))}
      </ol>
    </Card>
  );
}
