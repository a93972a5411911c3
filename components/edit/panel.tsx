import { type ReactNode, useEffect, useRef } from 'react';
import { Card } from '@/components/ui/card';
import styles from './editor.module.css';
import panels from './panels.module.css';

type PanelProps = { title: string; help: string; acts: ReactNode; children: ReactNode };

/** What stands against saving, above the form. It takes the focus when it comes. */
export function Panel({ title, help, acts, children }: PanelProps) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), []);
  return (
    <div ref={here} tabIndex={-1} className={panels.panel}>
      <Card title={title} subtitle={help}>
        <div className="stack">
          {children}
          <div className={styles.acts}>{acts}</div>
        </div>
      </Card>
    </div>
  );
}
