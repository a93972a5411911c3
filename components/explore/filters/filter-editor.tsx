import type { ListedKey } from '@/lib/explore/options';
import { type FilterPart, setParts } from '@/lib/incidents/selection';
import { DatesForm } from '../dates-form';
import { OptionList } from '../option-list';
import { PlaceFinder } from '../place-finder';
import styles from './menus.module.css';
import { PartActions } from './part-actions';
import type { FilterProps } from './props';
import { StartsForm } from './starts-form';
import { TextForm } from './text-form';

type FilterEditorProps = FilterProps & { part: FilterPart };

/** Everything by which one part of the filter is set: its values, and what can be done with it as a whole. */
export function FilterEditor({ part, ...props }: FilterEditorProps) {
  const { selection } = props.page;
  return (
    <>
      <div className={styles.body} tabIndex={-1} data-focus-home>
        <Editor part={part} {...props} />
      </div>
      {setParts(selection.filters).includes(part) && (
        <PartActions part={part} selection={selection} base={props.base} locale={props.locale} />
      )}
    </>
  );
}

function Editor({ part, ...props }: FilterEditorProps) {
  switch (part) {
    case 'dates':
      return <DatesForm {...props} />;
    case 'starts':
      return <StartsForm {...props} />;
    case 'q':
      return <TextForm {...props} />;
    case 'place':
    case 'destination':
      return <PlaceFinder field={part} {...props} />;
    default:
      return <OptionList field={part satisfies ListedKey} {...props} />;
  }
}
