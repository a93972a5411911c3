import { useEffect, useId, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { findConflicts, mergeVersions, type Side } from '@/lib/edit/merge';
import type { EditedRecord, Opened } from '@/lib/edit/types';
import { useShared } from './context';
import styles from './editor.module.css';
import { pathInWords } from './names';
import { Panel } from './panel';
import { findPlaces, inFull } from './places';
import pick from './sides.module.css';
import { ValueInWords } from './value-in-words';

type ConflictPanelProps = {
  /** The version that was opened, what was typed since, and what others saved meanwhile. */
  opened: EditedRecord;
  mine: EditedRecord;
  current: Opened;
  onSave: (merged: EditedRecord) => void;
};

/** Two versions of a record field by field, with a choice for each. */
export function ConflictPanel({ opened, mine, current, onSave }: ConflictPanelProps) {
  const { parts, words, locale } = useShared();
  const t = words.conflict;
  const theirs = current.record;
  const conflicts = useMemo(() => findConflicts(opened, mine, theirs), [opened, mine, theirs]);
  useNames(theirs);
  const [chosen, setChosen] = useState<Partial<Record<string, Side>>>({});
  const name = useId();
  const sideOf = (field: string, take: Side) => chosen[field] ?? take;
  const save = () =>
    onSave(
      mergeVersions(
        mine,
        theirs,
        Object.fromEntries(conflicts.map(({ field, take }) => [field, sideOf(field, take)])),
      ),
    );
  const by = { both: t.byBoth, mine: t.byMe, theirs: t.byThem };
  return (
    <Panel
      title={t.title}
      help={t.help(current.version)}
      acts={
        <Button variant="primary" onClick={save}>
          {t.save}
        </Button>
      }
    >
      {conflicts.length === 0 && <p>{t.same}</p>}
      {conflicts.map((conflict) => (
        <fieldset key={conflict.field} className={pick.choice}>
          <legend>
            {pathInWords(conflict.field, parts.form.kind, locale)}{' '}
            <span className={styles.remark}>{by[conflict.by]}</span>
          </legend>
          <div className={pick.both}>
            {(['theirs', 'mine'] as const).map((side) => (
              <label key={side} className={pick.side}>
                <span>
                  <input
                    type="radio"
                    name={`${name}-${conflict.field}`}
                    checked={sideOf(conflict.field, conflict.take) === side}
                    onChange={() => setChosen({ ...chosen, [conflict.field]: side })}
                  />{' '}
                  <b>{side === 'mine' ? t.keep : t.take}</b>
                </span>
                <ValueInWords field={conflict.field} value={conflict[side]} />
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </Panel>
  );
}

/** Learns the names of the places that somebody else chose. Until then, and where they can't be had, ids stand for them. */
function useNames(record: EditedRecord): void {
  const { parts, places, namePlace, locale } = useShared();
  const unknown = parts.form.fields
    .filter(({ type }) => type === 'place')
    .map(({ key }) => record[key])
    .filter((id) => typeof id === 'string' && !(id in places))
    .join();
  useEffect(() => {
    const stop = new AbortController();
    for (const id of unknown === '' ? [] : unknown.split(','))
      findPlaces(id, locale, stop.signal)
        .then((found) => {
          const place = found.find((one) => one.id === id);
          if (place) namePlace(id, inFull(place, locale));
        })
        .catch(() => {});
    return () => stop.abort();
  }, [unknown, namePlace, locale]);
}
