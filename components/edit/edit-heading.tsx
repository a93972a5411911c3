import type { ReactNode } from 'react';
import { PageHeading } from '@/components/layout/page-heading';
import type { Locale } from '@/lib/i18n/locale';
import { editMessages } from '@/lib/i18n/messages/edit';
import { type EditKind, editRecordMessages } from '@/lib/i18n/messages/edit-records';
import { layoutMessages } from '@/lib/i18n/messages/layout';

type EditHeadingProps = {
  kind: EditKind;
  /** The list that the records of its kind are on. */
  list: { label: string; href: string };
  /** The record that is changed; null = a new one is made. */
  record: { ref: string; version: number; title: string; href: string } | null;
  actions?: ReactNode;
  locale: Locale;
};

/** The heading of the page of a form. */
export function EditHeading({ kind, list, record, actions, locale }: EditHeadingProps) {
  const words = editMessages[locale];
  const own = editRecordMessages[locale][kind];
  return (
    <PageHeading
      breadcrumbLabel={layoutMessages[locale].breadcrumb}
      breadcrumb={[
        list,
        ...(record
          ? [{ label: record.ref, href: record.href }, { label: words.edit }]
          : [{ label: own.newTitle }]),
      ]}
      actions={actions}
      title={record?.title ?? own.newTitle}
      subtitle={record ? words.editSubtitle(record.ref, record.version) : own.newSubtitle}
    />
  );
}
