'use client';

import { useState } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Segmented } from '@/components/ui/segmented';
import { classes } from '@/components/ui/tone';
import styles from './cite-card.module.css';

/** One finished citation. */
type Citation = { format: string; name: string; text: string; href: string; file: string };

type CiteCardProps = {
  citations: Citation[];
  words: {
    title: string;
    subtitle: string;
    formats: string;
    copy: string;
    copied: string;
    copyFailed: string;
    download: string;
  };
};

/** The citation in four formats, to copy or to download. */
export function CiteCard({ citations, words }: CiteCardProps) {
  const [format, setFormat] = useState(citations[0]?.format ?? '');
  const shown = citations.find((citation) => citation.format === format);
  return (
    <Card id="cite" title={words.title} subtitle={words.subtitle}>
      <Segmented
        label={words.formats}
        items={citations.map((citation) => ({ value: citation.format, label: citation.name }))}
        value={format}
        onChange={setFormat}
      />
      {shown && (
        <>
          <pre className={classes(styles.text, shown.format === 'text' && styles.plain)} lang="en">
            {shown.text}
          </pre>
          <div className={styles.actions}>
            <CopyButton
              text={shown.text}
              label={words.copy}
              doneLabel={words.copied}
              failedLabel={words.copyFailed}
            />
            <ButtonLink size="small" href={shown.href} download={shown.file}>
              {words.download}
            </ButtonLink>
          </div>
        </>
      )}
    </Card>
  );
}
