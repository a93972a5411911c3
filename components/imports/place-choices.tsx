import { useId } from 'react';
import { PlaceCombobox } from '@/components/edit/place-combobox';
import { Button } from '@/components/ui/button';
import { cell, DataTable } from '@/components/ui/data-table';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import styles from './imports.module.css';
import mappingStyles from './mapping.module.css';

/** A text of the file for which a place is sought, with those that may be meant. */
export type LostText = { text: string; count: number; hints: string[] };

type PlaceChoicesProps = {
  label: string;
  lost: readonly LostText[];
  /** The id of the place that a text means; undefined = not decided. */
  chosenOf: (text: string) => string | undefined;
  /** Places in words, by id. */
  names: Readonly<Record<string, string>>;
  onChoose: (text: string, id: string | null, inWords: string) => void;
  locale: Locale;
};

/** How many suggestions are offered as buttons. */
const most = 4;

/** Texts whose place is not known, each with suggestions and a search. */
export function PlaceChoices({ label, lost, chosenOf, names, onChoose, locale }: PlaceChoicesProps) {
  const words = importMessages[locale].places;
  return (
    <DataTable label={label} stacked className={mappingStyles.codes}>
      <thead>
        <tr>
          <th scope="col">{words.text}</th>
          <th scope="col" className={cell.num}>
            {words.counted}
          </th>
          <th scope="col">{words.place}</th>
        </tr>
      </thead>
      <tbody>
        {lost.map(({ text, count, hints }) => (
          <tr key={text}>
            <th scope="row">
              <bdi className={styles.break}>{text}</bdi>
            </th>
            <td data-label={words.counted} className={cell.num}>
              {formatNumber(count, locale)}
            </td>
            <td data-label={words.place}>
              <div className={mappingStyles.uses}>
                {hints.length > 0 && (
                  <ul className={mappingStyles.hints} aria-label={words.suggested}>
                    {hints.slice(0, most).map((id) => (
                      <li key={id}>
                        <Button
                          size="small"
                          aria-pressed={chosenOf(text) === id}
                          onClick={() => onChoose(text, id, names[id] ?? id)}
                        >
                          {names[id] ?? id}
                        </Button>
                      </li>
                    ))}
                  </ul>
                )}
                <PlaceSearch
                  label={words.placeOf(text)}
                  chosen={chosenOf(text)}
                  names={names}
                  onChoose={(id, inWords) => onChoose(text, id, inWords)}
                  locale={locale}
                />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

type PlaceSearchProps = {
  label: string;
  chosen: string | undefined;
  /** What is wrong with it; undefined = nothing known. */
  problem?: string | undefined;
  names: Readonly<Record<string, string>>;
  onChoose: (id: string | null, inWords: string) => void;
  locale: Locale;
};

/** A search for a place; emptied, there is none. */
export function PlaceSearch({ label, chosen, problem, names, onChoose, locale }: PlaceSearchProps) {
  const id = useId();
  return (
    <div className={mappingStyles.search}>
      <PlaceCombobox
        control={{
          id,
          'aria-label': label,
          'aria-invalid': problem ? true : undefined,
          'aria-describedby': problem ? `${id}-problem` : undefined,
          placeholder: importMessages[locale].places.search,
        }}
        label={label}
        present={chosen === undefined ? '' : (names[chosen] ?? chosen)}
        onChoose={onChoose}
        onClear={() => onChoose(null, '')}
        locale={locale}
      />
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
