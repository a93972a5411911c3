import { useCallback, useMemo, useRef, useState } from 'react';
import { type Refusal, send } from '@/components/ui/send';
import { diffIncidents } from '@/lib/incidents/edit/diff';
import {
  emptyForm,
  type FormValues,
  fillSpan,
  fromForm,
  toForm,
  withTextAt,
} from '@/lib/incidents/edit/form';
import type { Doubt, Saved } from '@/lib/incidents/edit/mutations';
import type { OpenIncident } from '@/lib/incidents/edit/types';
import type { Unsaved } from '@/lib/incidents/edit/unsaved';
import type { SetField } from './context';

export type Start = {
  /** The record that is changed; null = a new one is made. */
  open: OpenIncident | null;
  dataset: string;
  /** Names of the places that it names, by id. */
  places: Record<string, string>;
};

/** What is sent along beside the record itself. */
type Passes = { notDuplicate?: true; careReason?: string };
type Over = { opened?: OpenIncident; values?: FormValues };

const nothing = fromForm(emptyForm());

/** The form of a record: what is typed, what was opened, and how saving went. */
export function useEditor(start: Start, onSaved: (saved: Saved, isNew: boolean) => void) {
  const [opened, setOpened] = useState(start.open);
  const [values, setValues] = useState(() => (start.open ? toForm(start.open.incident) : emptyForm()));
  const [dataset, setDataset] = useState(start.dataset);
  const [reason, setReason] = useState('');
  const [places, setPlaces] = useState(start.places);
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<'offline' | Refusal | null>(null);
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  const [savedVersion, setSavedVersion] = useState<number | null>(null);
  /** What was answered to doubts before; it holds until the record is saved. */
  const passes = useRef<Passes>({});
  const isBusy = useRef(false);

  const incident = useMemo(() => fromForm(values), [values]);
  const base = opened?.incident ?? nothing;
  const isDirty = useMemo(() => Object.keys(diffIncidents(base, incident)).length > 0, [base, incident]);

  const change = useCallback((next: (values: FormValues) => FormValues) => {
    setSavedVersion(null);
    setValues(next);
  }, []);
  const set: SetField = useCallback(
    (key, value) =>
      change((before) => {
        const after = { ...before, [key]: value };
        if (key === 'startsOn') return { ...after, ...fillSpan(after, { whole: false }) };
        return key === 'datePrecision' ? { ...after, ...fillSpan(after, { whole: true }) } : after;
      }),
    [change],
  );
  const setText = useCallback(
    (path: string, text: string) =>
      path === 'startsOn' || path === 'datePrecision'
        ? set(path, text)
        : change((before) => withTextAt(before, path, text)),
    [change, set],
  );
  const endSpan = useCallback(
    () =>
      setValues((before) =>
        ['week', 'month', 'quarter', 'year'].includes(before.datePrecision)
          ? { ...before, ...fillSpan(before, { whole: true }) }
          : before,
      ),
    [],
  );
  const namePlace = useCallback(
    (id: string, name: string) => setPlaces((known) => ({ ...known, [id]: name })),
    [],
  );

  const save = async (more: Passes = {}, over: Over = {}) => {
    if (isBusy.current) return;
    const at = over.opened ?? opened;
    const sent = fromForm(over.values ?? values);
    passes.current = { ...passes.current, ...more };
    if (over.opened) setOpened(over.opened);
    if (over.values) setValues(over.values);
    isBusy.current = true;
    setWorking(true);
    setFailure(null);
    const result = at
      ? await send<Saved>('/api/incidents/change', {
          ref: at.ref,
          version: at.version,
          incident: sent,
          reason,
          ...passes.current,
        })
      : await send<Saved>('/api/incidents', { dataset, incident: sent, ...passes.current });
    isBusy.current = false;
    setWorking(false);
    if ('answer' in result) {
      const { ref, version, status } = result.answer;
      passes.current = {};
      setDoubt(null);
      setReason('');
      setSavedVersion(version);
      setOpened({ ref, version, status, dataset, own: at?.own ?? true, incident: sent });
      onSaved(result.answer, at === null);
      return;
    }
    const { failed } = result;
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
    incident,
    dataset,
    setDataset,
    reason,
    setReason,
    places,
    namePlace,
    set,
    setText,
    endSpan,
    isDirty,
    working,
    failure,
    doubt,
    setDoubt,
    savedVersion,
    save,
    takeUp,
  };
}

export type Editor = ReturnType<typeof useEditor>;
