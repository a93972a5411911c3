import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { valueInWords } from '@/lib/codebook/words';
import type { Gap } from '@/lib/edit/gaps';
import { type ClaimRow, emptyClaim } from '@/lib/edit/rows';
import { findField } from '@/lib/fields/types';
import { colon } from '@/lib/i18n/marks';
import { ClaimRowControl } from './claim-row-control';
import { useShared } from './context';
import { focusSoon } from './focus';
import { pathInWords } from './names';
import rowStyles from './rows.module.css';
import { EditedRow, Rows } from './rows-control';

/** What the coded values rest on, and which of them rest on nothing yet. */
export function ClaimsControl() {
  const { parts, values, set, gaps, places, sources, words, locale } = useShared();
  const t = words.claim;
  const { fields, kind } = parts.form;
  const rows = values.claims as ClaimRow[];
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const add = (field = '', value = '') => {
    // Evidence is mostly typed source by source.
    const row = emptyClaim(field, value, rows.at(-1)?.source);
    setAdded(new Set([...added, row.id]));
    set('claims', [...rows, row]);
    focusSoon(`claims.${rows.length}.${field === '' ? 'field' : 'source'}`);
  };
  const remove = (index: number) => {
    set(
      'claims',
      rows.filter((_, at) => at !== index),
    );
    focusSoon(rows.length === 1 ? 'claims' : `claims.${Math.max(0, index - 1)}.field`);
  };
  const inWords = ({ field, value }: Gap) => {
    const inside = valueInWords(findField(fields, field), value, locale, (id) => places[id] ?? id);
    return `${pathInWords(field, kind, locale)}${colon[locale]}${inside}`;
  };
  const summaryOf = (row: ClaimRow, index: number) => {
    if (row.field === '') return '';
    const outlet = sources.find(({ ref }) => ref === row.source)?.outlet ?? row.source;
    const quoted = row.printed && `“${row.printed}”`;
    const stray = gaps.stray.includes(index) && t.stray;
    return [inWords(row), quoted, `${outlet} ${row.locator}`.trim(), stray].filter(Boolean).join(' · ');
  };
  return (
    <Rows path="claims" hint={t.printedHint}>
      {rows.map((row, index) => (
        <EditedRow
          key={row.id}
          label={t.item(index + 1)}
          fold={{ summary: summaryOf(row, index), startsOpen: added.has(row.id) }}
          acts={[{ label: t.remove(index + 1), text: words.removeShort, onClick: () => remove(index) }]}
        >
          <ClaimRowControl row={row} index={index} />
        </EditedRow>
      ))}
      <p>
        <Button onClick={() => add()}>{t.add}</Button>
      </p>
      <div className={rowStyles.gaps}>
        <p role="status">
          {gaps.missing.length === 0
            ? words.gapsNone
            : `${words.gaps(gaps.missing.length)} ${words.gapsHelp}`}
        </p>
        <ul className={rowStyles.chips}>
          {gaps.missing.map((gap) => (
            <li key={`${gap.field} ${gap.value}`}>
              <Button
                size="small"
                aria-label={words.gapAdd(inWords(gap))}
                onClick={() => add(gap.field, gap.value)}
              >
                + {inWords(gap)}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Rows>
  );
}
