'use client';

import { type ReactNode, useState } from 'react';
import { chartMessages } from '@/lib/charts/messages';
import type { ChartFrame } from '@/lib/charts/types';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Tag } from '../ui/tag';
import styles from './chart-card.module.css';

type ChartCardProps = {
  frame: ChartFrame;
  chart: ReactNode;
  /** The same numbers as a table; null = there is none. */
  table: ReactNode | null;
  /** Choices that belong to the chart, left of the buttons. */
  controls?: ReactNode;
  /** The button of the export dialog. */
  exportButton?: ReactNode;
  legend?: ReactNode;
  /** What stands below the chart or the table, above the source. */
  below?: ReactNode;
  /** Whether there is nothing to draw: then neither axes nor buttons are shown. */
  isEmpty?: boolean;
  id?: string;
  className?: string;
};

/** What stands around every chart: what is counted, the filter in words, the source, n, and what is left out. */
export function ChartCard(props: ChartCardProps) {
  const {
    frame,
    chart,
    table,
    controls,
    exportButton,
    legend,
    below,
    isEmpty = false,
    id,
    className,
  } = props;
  const [asTable, setAsTable] = useState(false);
  const words = exploreMessages[frame.locale].card;
  const actions = (
    <>
      {controls}
      {!isEmpty && table !== null && (
        <Button
          size="small"
          data-command="as-table"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {words.asTable}
        </Button>
      )}
      {!isEmpty && exportButton}
    </>
  );
  return (
    <Card
      title={frame.title}
      mark={<SyntheticMark frame={frame} />}
      subtitle={frame.subtitle}
      actions={actions}
      id={id}
      className={className}
    >
      <div className={styles.inside}>
        {isEmpty ? (
          <EmptyState title={words.empty} />
        ) : asTable ? (
          <div className={styles.table}>{table}</div>
        ) : (
          <>
            {legend}
            <div className={styles.chart}>{chart}</div>
          </>
        )}
        {!isEmpty && below}
        <Foot frame={frame} />
      </div>
    </Card>
  );
}

/** Says on every card that records in it are made up; the page says how many, and an exported image says it in full. */
export function SyntheticMark({ frame }: { frame: ChartFrame }) {
  if (frame.synthetic === 0) return null;
  return <Tag tone="warning">{chartMessages[frame.locale].synthetic}</Tag>;
}

function Foot({ frame: { source, n, notes } }: { frame: ChartFrame }) {
  return (
    <div className={styles.foot}>
      <div className={styles.line}>
        <span>{source}</span>
        <span>{n}</span>
      </div>
      {notes.length > 0 && <p>{notes.join(' ')}</p>}
    </div>
  );
}
