import { type CodeField, type Codes, codeFieldNames, type RecordAct } from '@/lib/incidents/acts/types';

/** One code that is to be added or removed, as it is chosen; `code` '' = not chosen yet. */
export type CodeEdit = { id: number; op: 'add' | 'remove'; field: CodeField; code: string };

/** An act as its form holds it. `type` '' = stays as it is. */
export type ActDraft = { kind: RecordAct['kind']; type: string; edits: CodeEdit[] };

let made = 0;

/** A row for another code, like the one before it. */
export const newEdit = (like?: CodeEdit): CodeEdit => ({
  id: ++made,
  op: like?.op ?? 'add',
  field: like?.field ?? 'issues',
  code: '',
});

export const emptyDraft = (): ActDraft => ({ kind: 'retag', type: '', edits: [newEdit()] });

/** The act that a form means; rows without a code are passed over. */
export function actOf({ kind, type, edits }: ActDraft): RecordAct {
  if (kind !== 'retag') return { kind };
  const of = (op: CodeEdit['op']): Codes =>
    Object.fromEntries(
      codeFieldNames.flatMap((field) => {
        const codes = edits
          .filter((edit) => edit.op === op && edit.field === field && edit.code !== '')
          .map(({ code }) => code);
        return codes.length === 0 ? [] : [[field, [...new Set(codes)]]];
      }),
    );
  return { kind, add: of('add'), remove: of('remove'), type: type === '' ? null : type };
}
