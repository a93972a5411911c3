import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/locale';
import { importMappingMessages } from '@/lib/i18n/messages/import-mapping';
import type { IncidentMapping } from '@/lib/imports/plan';
import { SelectField } from './field';
import { focusLater } from './focus-later';
import styles from './imports.module.css';
import { mostSkips, passedOver, withoutSkip, withSkip } from './mapping/skips';
import mappingStyles from './mapping.module.css';
import { SkipCondition } from './skip-condition';
import type { SampleTable } from './tables';
import type { ImportDraft } from './use-import-draft';

type SkipCardProps = {
  draft: ImportDraft;
  mapping: IncidentMapping;
  columns: readonly string[];
  tables: readonly SampleTable[];
  locale: Locale;
};

/** Which rows of the files are passed over, by what stands in a column. */
export function SkipCard({ draft, mapping, columns, tables, locale }: SkipCardProps) {
  const words = importMappingMessages[locale].skip;
  const here = useRef<HTMLDivElement>(null);
  const [column, setColumn] = useState('');
  const [said, setSaid] = useState('');
  const { passed, rows } = passedOver(mapping, tables);
  const add = () => {
    if (column === '') return;
    draft.edit((before) => withSkip(before, column));
    setColumn('');
    setSaid('');
    focusLater(here.current, 'fieldset:last-of-type select');
  };
  const remove = (at: number) => {
    draft.edit((before) => withoutSkip(before, at));
    setSaid(words.removed);
    focusLater(here.current, '[data-add] select');
  };
  return (
    <Card title={words.title} subtitle={words.subtitle} id="skip">
      <div ref={here} className="stack">
        {mapping.skip.map((skip, at) => (
          <SkipCondition
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name, and two may be alike
            key={`${at} of ${mapping.skip.length}`}
            skip={skip}
            at={at}
            draft={draft}
            columns={columns}
            tables={tables}
            onRemove={() => remove(at)}
            locale={locale}
          />
        ))}
        <p className={styles.hint} role="status">
          {said} {mapping.skip.length === 0 ? words.none : words.passed(passed, rows)}
        </p>
        {mapping.skip.length < mostSkips.conditions && (
          <div data-add className={mappingStyles.said}>
            <SelectField
              label={words.newColumn}
              value={column}
              options={[
                { value: '', label: words.choose },
                ...columns.map((name) => ({ value: name, label: name })),
              ]}
              onChange={setColumn}
              end={
                <Button aria-disabled={column === ''} onClick={add}>
                  {words.begin}
                </Button>
              }
            />
          </div>
        )}
      </div>
    </Card>
  );
}
