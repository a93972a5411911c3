'use client';

import { usePathname } from 'next/navigation';
import { ButtonLink } from '@/components/ui/button';
import { decodeSegment } from '@/lib/url/segment';
import styles from './not-found.module.css';

/** The address that was asked for, and a search for its words. */
export function AskedPath({ words }: { words: { asked: string; search: string } }) {
  const path = decodeSegment(usePathname());
  const text = (path.split('/').at(-1) ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 120);
  return (
    <>
      <p>
        {words.asked} <code className={styles.path}>{path.slice(0, 200)}</code>
      </p>
      {text !== '' && (
        <p>
          <ButtonLink variant="primary" href={`/?q=${encodeURIComponent(text)}`}>
            {words.search}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
