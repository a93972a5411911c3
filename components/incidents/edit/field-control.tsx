import { findField } from '@/lib/fields/types';
import { proseFields, type sections, wideFields } from '@/lib/incidents/edit/sections';
import { incidentFields } from '@/lib/incidents/fields';
import { ClaimsControl } from './claims-control';
import { CodeControl } from './code-control';
import { CodesControl } from './codes-control';
import { fieldId, useShared } from './context';
import { DirectivesControl } from './directives-control';
import styles from './editor.module.css';
import { useGapRemark } from './field-frame';
import { PlaceControl } from './place-control';
import { ResponsesControl } from './responses-control';
import { TextControl } from './text-control';

type FieldKey = (typeof sections)[number]['fields'][number];

/** The control of a field, as its type in the dictionary asks for. */
export function FieldControl({ field }: { field: FieldKey }) {
  const { values, set, endSpan, problemOf, words, locale } = useShared();
  const known = findField(incidentFields, field);
  const remark = useGapRemark(field);
  const hint = known?.help[locale] ?? '';
  const frame = { path: field, label: known?.label[locale] ?? field, hint, remark };
  switch (field) {
    case 'claims':
      return <ClaimsControl />;
    case 'responses':
      return <ResponsesControl hint={hint} />;
    case 'directives':
      return <DirectivesControl hint={hint} />;
    case 'placeId':
      return <PlaceControl path={field} label={words.labels.place} remark={remark} />;
    case 'destinationPlaceId':
      return <PlaceControl path={field} label={words.labels.destination} remark={remark} hint={hint} />;
    case 'issues':
    case 'groups':
    case 'forms':
    case 'targets':
      return known?.vocabulary ? (
        <CodesControl
          field={field}
          label={frame.label}
          hint={hint}
          remark={remark}
          vocabulary={known.vocabulary}
          codes={values[field]}
          set={set}
          problem={problemOf(field)}
          locale={locale}
        />
      ) : null;
    case 'sizeApprox':
      return (
        <p className={styles.check}>
          <input
            id={fieldId(field)}
            type="checkbox"
            checked={values.sizeApprox}
            aria-describedby={`${fieldId(field)}-hint`}
            onChange={(event) => set('sizeApprox', event.target.checked)}
          />
          <label htmlFor={fieldId(field)}>{frame.label}</label>
          <span className={styles.remark}>{remark}</span>
          <span id={`${fieldId(field)}-hint`} className={styles.hint}>
            {hint}
          </span>
        </p>
      );
  }
  if (known?.type === 'code' && known.vocabulary)
    return (
      <CodeControl
        {...frame}
        vocabulary={known.vocabulary}
        empty={field === 'dayPart' ? words.notSaid : undefined}
      />
    );
  if (known?.type === 'date')
    return <TextControl {...frame} kind="date" onBlur={field === 'startsOn' ? endSpan : undefined} />;
  if (known?.type === 'number')
    return <TextControl {...frame} kind={field.endsWith('itude') ? 'degrees' : 'whole'} />;
  return (
    <TextControl
      {...frame}
      kind={proseFields.includes(field) ? 'prose' : 'line'}
      wide={wideFields.includes(field)}
      lang={field === 'titleZh' ? 'zh-Hans' : undefined}
    />
  );
}
