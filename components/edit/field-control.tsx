import { findField } from '@/lib/fields/types';
import { BooleanControl } from './boolean-control';
import { ClaimsControl } from './claims-control';
import { CodeControl } from './code-control';
import { CodesControl } from './codes-control';
import { useShared } from './context';
import { useGapRemark } from './field-frame';
import { PlaceControl } from './place-control';
import { TextControl } from './text-control';

/** The control of a field, as its kind of record or else its type in the dictionary asks for. */
export function FieldControl({ field }: { field: string }) {
  const { parts, values, set, endSpan, problemOf, words, own, edits, locale } = useShared();
  const { form } = parts;
  const known = findField(form.fields, field);
  const remark = useGapRemark(field);
  const hint = known?.help[locale] ?? '';
  const label = own.labels[field] ?? known?.label[locale] ?? field;
  const frame = { path: field, label, hint, remark };
  const Own = parts.controls[field];
  if (Own) return <Own {...frame} />;
  if (field === 'claims') return <ClaimsControl />;
  const wide = form.wide.includes(field);
  switch (known?.type) {
    case 'place':
      return <PlaceControl {...frame} hint={form.nullable.includes(field) ? hint : ''} />;
    case 'boolean':
      return <BooleanControl {...frame} held={!edits && form.editorsOnly.includes(field)} />;
    case 'codes':
      return known.vocabulary ? (
        <CodesControl
          field={field}
          label={label}
          hint={hint}
          remark={remark}
          vocabulary={known.vocabulary}
          codes={values[field] as string[]}
          set={set}
          problem={problemOf(field)}
          locale={locale}
        />
      ) : null;
    case 'code':
      return known.vocabulary ? (
        <CodeControl
          {...frame}
          vocabulary={known.vocabulary}
          empty={form.optional.includes(field) ? words.notSaid : undefined}
        />
      ) : null;
    case 'date':
      return <TextControl {...frame} kind="date" onBlur={field === form.span?.first ? endSpan : undefined} />;
    case 'number':
      return <TextControl {...frame} kind={form.decimals.includes(field) ? 'decimal' : 'whole'} />;
  }
  const isProse = form.prose.includes(field);
  const kind = form.addresses.includes(field) ? 'address' : isProse ? 'prose' : 'line';
  return (
    <TextControl
      {...frame}
      kind={form.lines.includes(field) ? 'lines' : kind}
      wide={wide || isProse}
      lang={field.endsWith('Zh') ? 'zh-Hans' : undefined}
    />
  );
}
