import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { textAt } from '@/lib/incidents/edit/form';
import { findPersonalData } from '@/lib/privacy/detect';
import { useShared } from './context';
import styles from './editor.module.css';
import { FieldFrame } from './field-frame';
import { redacted } from './redacted';

type TextControlProps = {
  path: string;
  label: string;
  hint?: string;
  remark?: string;
  kind?: 'line' | 'prose' | 'whole' | 'degrees' | 'date';
  wide?: boolean;
  lang?: string;
  placeholder?: string;
  onBlur?: () => void;
};

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
  const inWords = kind === 'line' || kind === 'prose';
  const found = inWords && left !== '' && left === text ? findPersonalData(text) : [];
  const onLeave = () => {
    setLeft(text);
    onBlur?.();
  };
  return (
    <FieldFrame
      path={path}
      hint={hint}
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
        kind === 'prose' ? (
          <textarea
            {...control}
            lang={lang}
            rows={path === 'summary' ? 8 : 4}
            value={text}
            onChange={(event) => setText(path, event.target.value)}
            onBlur={onLeave}
          />
        ) : (
          <input
            {...control}
            lang={lang}
            type={kind === 'date' ? 'date' : 'text'}
            inputMode={kind === 'whole' ? 'numeric' : kind === 'degrees' ? 'decimal' : undefined}
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
