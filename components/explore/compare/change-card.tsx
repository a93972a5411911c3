'use client';

import { useState } from 'react';
import { comparisonBars } from '@/lib/explore/compare/bars';
import { inOrder, measureFor, type RowOrder } from '@/lib/explore/compare/rows';
import { type ComparedField, comparedFields } from '@/lib/explore/compare/values';
import type { CompareMeasure } from '@/lib/explore/compare/words';
import { compareMessages } from '@/lib/i18n/messages/compare';
import { ChartCard } from '../../charts/chart-card';
import { Segmented } from '../../ui/segmented';
import { CardExport } from '../card-export';
import { ChangePairs } from './change-pairs';
import { ChangeTable } from './change-table';
import { CompareLegend } from './compare-legend';
import styles from './compare-pairs.module.css';
import type { CompareCardProps } from './props';

/** What differs between A and B by the values of one field: pairs of bars, or the whole change table. */
export function ChangeCard(props: CompareCardProps) {
  const { comparison, selection, locale } = props;
  const t = compareMessages[locale];
  const { a, b, result } = comparison;
  const [field, setField] = useState<ComparedField>('type');
  const [asked, setAsked] = useState<CompareMeasure>('rate');
  const [order, setOrder] = useState<RowOrder>('change');
  const measure = measureFor(asked, a, b);
  const chart = comparisonBars(comparison, { field, measure, order, most: Number.POSITIVE_INFINITY }, locale);
  const group = result.groups.find((one) => one.field === field);
  const rows = group ? inOrder(group, order, measure) : [];
  const shown = { ...props, field, rows, measure };
  const name = `compare-${measure === 'rate' ? 'table' : 'shares'}-${field}`;
  return (
    <ChartCard
      id="compare-table"
      frame={chart.frame}
      exportButton={<CardExport name={name} frame={chart.frame} selection={selection} locale={locale} />}
      controls={
        <>
          <div className={styles.fields}>
            <Segmented
              label={t.fieldLabel}
              items={comparedFields.map((value) => ({ value, label: t.fields[value] }))}
              value={field}
              onChange={setField}
            />
          </div>
          <Segmented
            label={t.measureLabel}
            items={(['rate', 'share'] as const).map((value) => ({
              value,
              label: t.measures[value],
              disabled: value === 'rate' && measureFor('rate', a, b) !== 'rate',
            }))}
            value={measure}
            onChange={setAsked}
          />
          <Segmented
            label={t.sort}
            items={(['change', 'size'] as const).map((value) => ({ value, label: t.sorts[value] }))}
            value={order}
            onChange={setOrder}
          />
        </>
      }
      legend={<CompareLegend a={a} b={b} isLine={false} locale={locale} />}
      chart={<ChangePairs {...shown} />}
      table={<ChangeTable {...shown} />}
    />
  );
}
