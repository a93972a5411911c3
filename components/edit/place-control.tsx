import { textAt } from '@/lib/edit/form';
import { useShared } from './context';
import { FieldFrame } from './field-frame';
import { PlaceCombobox } from './place-combobox';

type PlaceControlProps = {
  path: string;
  label: string;
  remark?: string;
  hint?: string;
};

/** A place of a record, found by typing its name. */
export function PlaceControl({ path, label, remark, hint }: PlaceControlProps) {
  const { values, set, places, namePlace, words, locale } = useShared();
  const value = textAt(values, path) ?? '';
  return (
    <FieldFrame path={path} label={label} remark={remark} wide hint={hint || words.place.hint}>
      {(control) => (
        <PlaceCombobox
          control={control}
          label={label}
          present={value === '' ? '' : (places[value] ?? value)}
          onChoose={(id, inWords) => {
            namePlace(id, inWords);
            set(path, id);
          }}
          onClear={() => set(path, '')}
          locale={locale}
        />
      )}
    </FieldFrame>
  );
}
