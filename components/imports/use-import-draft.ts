import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { useLeaving } from '@/components/edit/use-leaving';
import { send } from '@/components/ui/send';
import type { FieldProblem } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { ImportPlan, IncidentMapping, Mapping } from '@/lib/imports/plan';
import { withCrosswalks } from './mapping/crosswalks';
import { problemsOf } from './problems';

/** What is being done with a plan just now. */
export type DraftWork = 'saving' | 'checking' | null;

/** A plan that is being edited, and what can be done with it. */
export type ImportDraft = {
  plan: ImportPlan;
  /** Changes a part of the plan. */
  set: (change: Partial<ImportPlan>) => void;
  /** Changes the mapping of a file of incidents. */
  edit: (change: (mapping: IncidentMapping) => IncidentMapping) => void;
  /** Changes the mapping of a file of any kind. */
  editAny: (change: (mapping: Mapping) => Mapping) => void;
  /** Takes another mapping. */
  take: (mapping: Mapping, change?: Partial<ImportPlan>) => void;
  isDirty: boolean;
  saved: boolean;
  work: DraftWork;
  failure: string | null;
  problems: string[];
  /** What the server could not take, field by field; a change takes it away. */
  faults: readonly FieldProblem[];
  /** What the server says of one field, by its path in the plan; undefined = nothing. */
  faultAt: (path: string) => string | undefined;
  save: () => Promise<void>;
  check: () => Promise<void>;
  /** Reads the files otherwise, which looks into them anew. */
  read: (how: ImportPlan['read']) => Promise<void>;
};

/** Holds a plan while it is edited. `asks`: whether it has to be said how the files are encoded. */
export function useImportDraft(
  batch: string,
  given: ImportPlan,
  locale: Locale,
  { asks = false }: { asks?: boolean } = {},
): ImportDraft {
  const words = importMessages[locale];
  const router = useRouter();
  const [plan, setPlan] = useState<ImportPlan>(() => ({ ...given, mapping: settled(given.mapping) }));
  const [stored, setStored] = useState(plan);
  const [work, setWork] = useState<DraftWork>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [faults, setFaults] = useState<readonly FieldProblem[]>([]);
  const [saved, setSaved] = useState(false);
  const [tried, setTried] = useState(false);
  const isDirty = plan !== stored;
  // While the check begins, the page may be left.
  useLeaving(isDirty && work !== 'checking', words.save.leave);

  const put = useCallback((change: (plan: ImportPlan) => ImportPlan) => {
    setSaved(false);
    // What stands where may be another thing now.
    setFaults([]);
    setPlan(change);
  }, []);
  const set = useCallback(
    (change: Partial<ImportPlan>) => put((before) => ({ ...before, ...change })),
    [put],
  );
  const edit = useCallback(
    (change: (mapping: IncidentMapping) => IncidentMapping) =>
      put((before) =>
        before.mapping.kind === 'incidents' ? { ...before, mapping: change(before.mapping) } : before,
      ),
    [put],
  );
  const editAny = useCallback(
    (change: (mapping: Mapping) => Mapping) =>
      put((before) => ({ ...before, mapping: change(before.mapping) })),
    [put],
  );
  const take = useCallback(
    (mapping: Mapping, change: Partial<ImportPlan> = {}) =>
      put((before) => ({ ...before, ...change, mapping: settled(mapping) })),
    [put],
  );
  const post = async (path: string, body: object) => {
    const sent = await send(path, { batch, ...body });
    if ('answer' in sent) return true;
    const { failed } = sent;
    setFailure(failed === 'offline' ? words.failed : failed.message);
    if (failed !== 'offline') setFaults(failed.fields.map(inPlan));
    return false;
  };
  const store = async (next: ImportPlan) => {
    if (!(await post('/api/imports/plan', { plan: next }))) return false;
    setStored(next);
    return true;
  };
  const during = async (what: DraftWork, todo: () => Promise<void>) => {
    if (work !== null) return;
    setWork(what);
    setFailure(null);
    setFaults([]);
    await todo();
    setWork(null);
  };
  const problems = tried ? problemsOf(plan, asks, locale) : [];
  return {
    plan,
    set,
    edit,
    editAny,
    take,
    isDirty,
    saved,
    work,
    failure,
    problems,
    faults,
    faultAt: (path) => faults.find(({ field }) => field === path)?.message,
    save: () =>
      during('saving', async () => {
        if (await store(plan)) setSaved(true);
      }),
    check: () =>
      during('checking', async () => {
        setTried(true);
        if (problemsOf(plan, asks, locale).length > 0) return;
        if (!(await store(plan))) return;
        if (await post('/api/imports/job', { job: 'check' })) router.push(`/data/import/${batch}`);
        // The address may be the same: what it shows has to be fetched anew.
        router.refresh();
      }),
    read: (how) =>
      during('saving', async () => {
        if (await store({ ...plan, read: how })) router.refresh();
      }),
  };
}

/** A field by its path in the plan, not in what was sent. */
const inPlan = (problem: FieldProblem): FieldProblem => ({
  ...problem,
  field: problem.field.replace(/^plan\./, ''),
});

/** A mapping whose coded columns all have a crosswalk, so that their values can be decided. */
const settled = (mapping: Mapping): Mapping =>
  mapping.kind === 'incidents' ? withCrosswalks(mapping) : mapping;
