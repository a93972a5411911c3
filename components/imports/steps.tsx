import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import styles from './imports.module.css';

const steps = ['files', 'mapping', 'check', 'write'] as const;
export type ImportStep = (typeof steps)[number];

/** The steps of an import, and which of them this is. */
export function Steps({ current, locale }: { current: ImportStep; locale: Locale }) {
  const words = importMessages[locale].steps;
  return (
    <ol className={styles.steps} aria-label={words.label}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined}>
          {index + 1}. {words[step]}
        </li>
      ))}
    </ol>
  );
}
