'use client';

import type { RecordParts } from '@/components/edit/context';
import { type EditorProps, RecordEditor } from '@/components/edit/record-editor';
import { DatasetControl, SourceControl } from '@/components/edit/select-control';
import { figureForm, sourceForm } from '@/lib/sources/edit/form';

const sourceParts: RecordParts = { form: sourceForm, controls: {}, lines: {} };

const figureParts: RecordParts = {
  form: figureForm,
  controls: { dataset: DatasetControl, source: SourceControl },
  lines: {},
};

/** The form in which a source is made and changed. */
export const SourceEditor = (props: EditorProps) => <RecordEditor {...props} parts={sourceParts} />;

/** The form in which a reported figure is made and changed. */
export const FigureEditor = (props: EditorProps) => <RecordEditor {...props} parts={figureParts} />;
