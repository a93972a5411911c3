import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import { getLocale } from '@/lib/i18n/request';
import styles from './list-skeleton.module.css';

/** A page of a list before its rows are there. */
export async function ListSkeleton() {
  return (
    <div className={`wrap ${styles.page}`}>
      <Skeleton shape="title" label={layoutMessages[await getLocale()].loading} />
      <Card>
        <Skeleton lines={9} />
      </Card>
    </div>
  );
}
