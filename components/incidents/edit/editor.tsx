'use client';

import type { RecordParts } from '@/components/edit/context';
import { type EditorProps, RecordEditor } from '@/components/edit/record-editor';
import { joined } from '@/components/edit/value-in-words';
import { termLabel } from '@/lib/codebook/vocabularies';
import { incidentForm } from '@/lib/incidents/edit/form';
import type { EditedResponse } from '@/lib/incidents/edit/types';
import { DirectivesControl } from './directives-control';
import { DuplicatesPanel } from './duplicates-panel';
import { ResponsesControl } from './responses-control';

const parts: RecordParts = {
  form: incidentForm,
  controls: { responses: ResponsesControl, directives: DirectivesControl },
  lines: {
    responses: (value, { words, locale }) =>
      (value as EditedResponse[]).map(({ kind, count, durationDays, sizeText }) =>
        joined([
          termLabel('response', kind, locale),
          count && `${words.response.count}: ${count}`,
          durationDays && `${words.response.durationDays}: ${durationDays}`,
          sizeText,
        ]),
      ),
    directives: (value, { directives }) =>
      (value as string[]).map((ref) => directives.find((one) => one.ref === ref)?.title ?? ref),
  },
  Doubt: DuplicatesPanel,
};

/** The form in which an incident is made and changed. */
export const IncidentEditor = (props: EditorProps) => <RecordEditor {...props} parts={parts} />;
