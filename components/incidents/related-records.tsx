import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import type { RelatedRecord } from '@/lib/incidents/record/types';
import { RecordList } from './record-list';

/** Records that share something with this one, and by what rule they were chosen. */
export function RelatedRecords({ related, locale }: { related: RelatedRecord[]; locale: Locale }) {
  const words = recordMessages[locale].record;
  return (
    <Card title={words.related} subtitle={words.relatedRule}>
      {related.length === 0 ? (
        <p className="muted">{words.noRelated}</p>
      ) : (
        <RecordList
          locale={locale}
          items={related.map((record) => ({ ...record, remark: words.relation[record.relation] }))}
        />
      )}
    </Card>
  );
}
