import { editEn } from './edit-en';
import type { EditKind, RecordWords } from './edit-records';

const { newTitle, newSubtitle, editTitle, form, sections, labels } = editEn;

export const editRecordsEn: Record<EditKind, RecordWords> = {
  incident: {
    form,
    newTitle,
    newSubtitle,
    editTitle,
    sections,
    labels: { placeId: labels.place, destinationPlaceId: labels.destination },
  },
  directive: {
    form: 'Directive',
    newTitle: 'New directive',
    newSubtitle: 'It begins as a draft that only you and editors see.',
    editTitle: 'Edit the directive',
    sections: {
      what: 'What was ordered',
      issuer: 'By whom, to whom',
      when: 'When',
      incidents: 'Incidents',
      claims: 'Evidence',
      note: 'Note',
    },
    labels: {},
  },
  source: {
    form: 'Source',
    newTitle: 'New source',
    newSubtitle: 'Readers see it as soon as it is saved.',
    editTitle: 'Edit the source',
    sections: { what: 'What it is', where: 'Where it is', note: 'Remarks' },
    labels: {},
  },
  figure: {
    form: 'Reported figure',
    newTitle: 'New reported figure',
    newSubtitle:
      'A total that a source states. It is never added to what is counted; readers see it at once.',
    editTitle: 'Edit the reported figure',
    sections: { what: 'What is counted', scope: 'Where and when', source: 'Who says so' },
    labels: {},
  },
};
