import { type KeyboardEvent, useCallback, useEffect, useState } from 'react';
import { type ControlProps, fieldId, useShared } from '@/components/edit/context';
import styles from '@/components/edit/editor.module.css';
import { LinksControl } from '@/components/edit/links-control';
import { Button } from '@/components/ui/button';

/** The incidents that the directive is about. One is added by its ref. */
export function IncidentsControl({ path, hint }: ControlProps) {
  const { values, set, words } = useShared();
  const t = words.incident;
  const linked = values[path] as string[];
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [titles, learn] = useTitles(linked);
  const id = fieldId(`${path}.add`);
  const add = async () => {
    // An address of a record will do.
    const ref = typed
      .trim()
      .replace(/^.*\/incidents\//, '')
      .replace(/[/?#].*$/, '');
    if (ref === '') return;
    if (linked.includes(ref)) return setProblem(t.twice(ref));
    const found = await learn(ref);
    if (found === 'none') return setProblem(t.unknown(ref));
    setTyped('');
    setProblem(null);
    set(path, [...linked, ref]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <LinksControl path={path} hint={hint} none={t.none} titleOf={(ref) => titles[ref] ?? ref}>
      <div className={styles.field}>
        <label htmlFor={id}>{t.ref}</label>
        <div className={styles.adding}>
          <input
            id={id}
            type="text"
            autoComplete="off"
            spellCheck={false}
            maxLength={300}
            value={typed}
            aria-invalid={problem === null ? undefined : true}
            aria-describedby={`${id}-problem ${id}-hint`}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <Button onClick={add}>{t.add}</Button>
        </div>
        <p id={`${id}-problem`} role="status" className={styles.problem}>
          {problem}
        </p>
        <p id={`${id}-hint`} className={styles.hint}>
          {t.refHint}
        </p>
      </div>
    </LinksControl>
  );
}

type Learnt = 'found' | 'none' | 'not known';

/** Titles of incidents by ref, as far as they are known, and how to learn one more. */
function useTitles(refs: string[]): [Record<string, string>, (ref: string) => Promise<Learnt>] {
  const [titles, setTitles] = useState<Record<string, string>>({});
  const learn = useCallback(async (ref: string): Promise<Learnt> => {
    try {
      const response = await fetch(`/incidents/${encodeURIComponent(ref)}/record.json`);
      if (response.status === 404) return 'none';
      if (!response.ok) return 'not known';
      const { title } = (await response.json()) as { title: string };
      setTitles((known) => ({ ...known, [ref]: title }));
      return 'found';
    } catch {
      return 'not known';
    }
  }, []);
  // Those that were linked before; the others are learnt as they are added. Without a title a ref stands for itself.
  const [first] = useState(refs);
  useEffect(() => {
    for (const ref of first.slice(0, 20)) learn(ref);
  }, [first, learn]);
  return [titles, learn];
}
