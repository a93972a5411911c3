import { CodeControl } from '@/components/edit/code-control';
import { type ControlProps, useShared } from '@/components/edit/context';
import { focusSoon } from '@/components/edit/focus';
import { EditedRow, Rows } from '@/components/edit/rows-control';
import { TextControl } from '@/components/edit/text-control';
import { Button } from '@/components/ui/button';
import { emptyResponse, type ResponseRow } from '@/lib/incidents/edit/form';

/** What authorities did, in the order in which it happened. */
export function ResponsesControl({ hint }: ControlProps) {
  const { values, set, gaps, words } = useShared();
  const t = words.response;
  const rows = values.responses as ResponseRow[];
  const lacks = (kind: string) =>
    gaps.missing.some(({ field, value }) => field === 'responses' && value === kind);
  const move = (index: number) => {
    const next = [...rows];
    next.splice(index - 1, 0, ...next.splice(index, 1));
    set('responses', next);
    focusSoon(`responses.${index - 1}.kind`);
  };
  const remove = (index: number) => {
    set(
      'responses',
      rows.filter((_, at) => at !== index),
    );
    focusSoon(rows.length === 1 ? 'responses' : `responses.${Math.max(0, index - 1)}.kind`);
  };
  const add = () => {
    set('responses', [...rows, emptyResponse()]);
    focusSoon(`responses.${rows.length}.kind`);
  };
  return (
    <Rows path="responses" hint={hint}>
      {rows.map(({ id, kind }, index) => (
        <EditedRow
          key={id}
          label={t.item(index + 1)}
          acts={[
            {
              label: t.up(index + 1),
              text: words.upShort,
              onClick: () => move(index),
              disabled: index === 0,
            },
            { label: t.remove(index + 1), text: words.removeShort, onClick: () => remove(index) },
          ]}
        >
          <CodeControl
            path={`responses.${index}.kind`}
            label={t.kind}
            vocabulary="response"
            remark={lacks(kind) ? words.gap : undefined}
          />
          <TextControl path={`responses.${index}.sizeText`} label={t.sizeText} />
          <TextControl path={`responses.${index}.count`} label={t.count} kind="whole" />
          <TextControl path={`responses.${index}.durationDays`} label={t.durationDays} kind="whole" />
        </EditedRow>
      ))}
      <p>
        <Button onClick={add}>{t.add}</Button>
      </p>
    </Rows>
  );
}
