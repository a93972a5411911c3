import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { textAt } from '@/lib/edit/form';
import { findPersonalData } from '@/lib/privacy/detect';
import { redacted } from '@/lib/privacy/redacted';
import { useShared } from './context';
import styles from './editor.module.css';
import { FieldFrame } from './field-frame';

type TextControlProps = {
  path: string;
  label: string;
  hint?: string;
  remark?: string;
  kind?: 'line' | 'prose' | 'lines' | 'whole' | 'decimal' | 'date' | 'address';
  wide?: boolean;
  lang?: string;
  placeholder?: string;
  onBlur?: () => void;
};

const inputModes = { whole: 'numeric', decimal: 'decimal', address: 'url' } as Record<
  string,
  'numeric' | 'decimal' | 'url'
>;

/** A text that is typed. A text in words is looked through for personal data when it is left. */
export function TextControl({
  path,
  kind = 'line',
  hint,
  lang,
  placeholder,
  onBlur,
  ...frame
}: TextControlProps) {
  const { values, setText, words } = useShared();
  const [left, setLeft] = useState('');
  const text = textAt(values, path) ?? '';
  const isLong = kind === 'prose' || kind === 'lines';
  const inWords = kind === 'line' || isLong;
  const found = inWords && left !== '' && left === text ? findPersonalData(text) : [];
  const onLeave = () => {
    setLeft(text);
    onBlur?.();
  };
  return (
    <FieldFrame
      path={path}
      hint={kind === 'lines' ? [hint, words.onePerLine].filter(Boolean).join(' ') : hint}
      {...frame}
      after={
        <div role="status">
          {found.length > 0 && (
            <p className={styles.warning}>
              <span>
                {words.care.warning}{' '}
                {found.map(({ kind: what, text: part, start }) => (
                  <span key={start}>
                    {words.kinds[what]} <q>{part}</q>{' '}
                  </span>
                ))}
              </span>
              <Button
                size="small"
                aria-label={words.care.redactField(frame.label)}
                onClick={() => setText(path, redacted(text))}
              >
                {words.care.redact}
              </Button>
            </p>
          )}
        </div>
      }
    >
      {(control) =>
        isLong ? (
          <textarea
            {...control}
            lang={lang}
            rows={path === 'summary' ? 8 : kind === 'lines' ? 3 : 4}
            value={text}
            onChange={(event) => setText(path, event.target.value)}
            onBlur={onLeave}
          />
        ) : (
          <input
            {...control}
            lang={lang}
            type={kind === 'date' ? 'date' : 'text'}
            inputMode={inputModes[kind]}
            autoComplete="off"
            placeholder={placeholder}
            value={text}
            onChange={(event) => setText(path, event.target.value)}
            onBlur={onLeave}
          />
        )
      }
    </FieldFrame>
  );
}
