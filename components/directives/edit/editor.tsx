'use client';

import type { RecordParts } from '@/components/edit/context';
import { type EditorProps, RecordEditor } from '@/components/edit/record-editor';
import { DatasetControl } from '@/components/edit/select-control';
import { directiveForm } from '@/lib/directives/edit/form';
import { IncidentsControl } from './incidents-control';

const parts: RecordParts = {
  form: directiveForm,
  controls: { dataset: DatasetControl, incidents: IncidentsControl },
  lines: {},
};

/** The form in which a directive is made and changed. */
export const DirectiveEditor = (props: EditorProps) => <RecordEditor {...props} parts={parts} />;
