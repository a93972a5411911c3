import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { useLeaving } from '@/components/edit/use-leaving';
import { send } from '@/components/ui/send';
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
  const [saved, setSaved] = useState(false);
  const [tried, setTried] = useState(false);
  const isDirty = plan !== stored;
  // While the check begins, the page may be left.
  useLeaving(isDirty && work !== 'checking', words.save.leave);

  const set = useCallback((change: Partial<ImportPlan>) => {
    setSaved(false);
    setPlan((before) => ({ ...before, ...change }));
  }, []);
  const edit = useCallback((change: (mapping: IncidentMapping) => IncidentMapping) => {
    setSaved(false);
    setPlan((before) =>
      before.mapping.kind === 'incidents' ? { ...before, mapping: change(before.mapping) } : before,
    );
  }, []);
  const editAny = useCallback((change: (mapping: Mapping) => Mapping) => {
    setSaved(false);
    setPlan((before) => ({ ...before, mapping: change(before.mapping) }));
  }, []);
  const take = useCallback((mapping: Mapping, change: Partial<ImportPlan> = {}) => {
    setSaved(false);
    setPlan((before) => ({ ...before, ...change, mapping: settled(mapping) }));
  }, []);
  const post = async (path: string, body: object) => {
    const sent = await send(path, { batch, ...body });
    if ('answer' in sent) return true;
    setFailure(sent.failed === 'offline' ? words.failed : sent.failed.message);
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

/** A mapping whose coded columns all have a crosswalk, so that their values can be decided. */
const settled = (mapping: Mapping): Mapping =>
  mapping.kind === 'incidents' ? withCrosswalks(mapping) : mapping;
