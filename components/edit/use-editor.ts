import { useCallback, useMemo, useRef, useState } from 'react';
import { type Refusal, send } from '@/components/ui/send';
import { diffRecords } from '@/lib/edit/diff';
import { type FormValues, fromForm, type RecordForm, toForm, withTextAt } from '@/lib/edit/form';
import { tooLongTexts } from '@/lib/edit/longest';
import { withSpan } from '@/lib/edit/span';
import type { Doubt, Opened, Saved } from '@/lib/edit/types';
import type { Unsaved } from '@/lib/edit/unsaved';
import type { Locale } from '@/lib/i18n/locale';
import type { SetField } from './context';
import { focusAgain } from './focus';

export type Start = {
  /** The record that is changed; null = a new one is made. */
  open: Opened | null;
  /** What a new one begins with, where that is known. */
  begin?: FormValues;
  dataset: string;
  /** Names of the places that it names, by id. */
  places: Record<string, string>;
  locale: Locale;
};

type Over = { opened?: Opened; values?: FormValues };

/** The form of a record: what is typed, what was opened, and how saving went. */
export function useEditor(form: RecordForm, start: Start, onSaved: (saved: Saved, isNew: boolean) => void) {
  const [opened, setOpened] = useState(start.open);
  const [first] = useState(() => ({ ...form.empty(), ...start.begin }));
  const [values, setValues] = useState(() => (start.open ? toForm(start.open.record, form) : first));
  const [dataset, setDataset] = useState(start.dataset);
  const [reason, setReason] = useState('');
  /** Why personal data may stay. */
  const [careReason, setCareReason] = useState('');
  const [places, setPlaces] = useState(start.places);
  const [working, setWorking] = useState(false);
  /** A new record is on its way to its own form: nothing can be typed that would not come along. */
  const [isMaking, setIsMaking] = useState(false);
  const [failure, setFailure] = useState<'offline' | Refusal | null>(null);
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  const [savedVersion, setSavedVersion] = useState<number | null>(null);
  /** What was answered to doubts before; it holds until the record is saved. */
  const passes = useRef<object>({});
  const isBusy = useRef(false);

  const record = useMemo(() => fromForm(values, form), [values, form]);
  const base = useMemo(() => opened?.record ?? fromForm(first, form), [opened, first, form]);
  const isDirty = useMemo(() => Object.keys(diffRecords(base, record)).length > 0, [base, record]);

  const change = useCallback((next: (values: FormValues) => FormValues) => {
    setSavedVersion(null);
    setValues(next);
  }, []);
  const set: SetField = useCallback(
    (key, value) =>
      change((before) => {
        const after = { ...before, [key]: value };
        const { span } = form;
        if (span && key === span.first) return withSpan(after, span, { whole: false });
        return span && key === span.precision ? withSpan(after, span, { whole: true }) : after;
      }),
    [change, form],
  );
  const setText = useCallback(
    (path: string, text: string) =>
      path.includes('.') ? change((before) => withTextAt(before, path, text)) : set(path, text),
    [change, set],
  );
  const endSpan = useCallback(() => {
    const { span } = form;
    if (!span) return;
    setValues((before) =>
      ['week', 'month', 'quarter', 'year'].includes(String(before[span.precision]))
        ? withSpan(before, span, { whole: true })
        : before,
    );
  }, [form]);
  const namePlace = useCallback(
    (id: string, name: string) => setPlaces((known) => ({ ...known, [id]: name })),
    [],
  );

  const save = async (more: object = {}, over: Over = {}) => {
    if (isBusy.current) return;
    const at = over.opened ?? opened;
    const sent = fromForm(over.values ?? values, form);
    passes.current = { ...passes.current, ...more };
    if (over.opened) setOpened(over.opened);
    if (over.values) setValues(over.values);
    const focused = document.activeElement;
    isBusy.current = true;
    setWorking(true);
    setIsMaking(at === null);
    setFailure(null);
    const linked = at && form.links ? { linked: at.record[form.links] } : {};
    const head = at
      ? { ref: at.ref, version: at.version, reason, ...linked }
      : form.inDataset
        ? { dataset }
        : {};
    const result = await send<Saved>(`/api${form.base}${at ? '/change' : ''}`, {
      ...head,
      [form.kind]: sent,
      ...passes.current,
      ...(careReason.trim() === '' ? {} : { careReason: careReason.trim() }),
    });
    if ('answer' in result) {
      const { ref, version, status } = result.answer;
      passes.current = {};
      setDoubt(null);
      setReason('');
      setCareReason('');
      setSavedVersion(version);
      setOpened({ ref, version, status, own: at?.own ?? true, record: sent });
      // A new one stays busy until its own form has taken this one's place.
      isBusy.current = at === null;
      setWorking(at === null);
      onSaved(result.answer, at === null);
      return;
    }
    isBusy.current = false;
    setWorking(false);
    setIsMaking(false);
    if (at === null) focusAgain(focused);
    const failed =
      result.failed !== 'offline' && result.failed.code === 'too-large'
        ? { ...result.failed, fields: tooLongTexts(sent, start.locale) }
        : result.failed;
    const found = failed === 'offline' ? undefined : (failed.details as Doubt | undefined);
    setDoubt(found ?? null);
    setFailure(found ? null : failed);
  };

  const takeUp = (kept: Unsaved) => {
    setOpened(kept.opened ?? start.open);
    setValues(kept.values);
    setDataset(kept.dataset);
    setReason(kept.reason);
    setPlaces((known) => ({ ...known, ...kept.places }));
  };

  return {
    opened,
    values,
    record,
    dataset,
    setDataset,
    reason,
    setReason,
    careReason,
    setCareReason,
    places,
    namePlace,
    set,
    setText,
    endSpan,
    isDirty,
    working,
    isMaking,
    failure,
    doubt,
    setDoubt,
    savedVersion,
    save,
    takeUp,
  };
}

export type Editor = ReturnType<typeof useEditor>;
