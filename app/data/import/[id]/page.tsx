import type { Metadata } from 'next';
import { cache } from 'react';
import { AskButton } from '@/components/imports/ask-button';
import { ImportView } from '@/components/imports/import-view';
import { PageHeading } from '@/components/layout/page-heading';
import { orNotFound, pageActor } from '@/lib/auth/session';
import { importMessages } from '@/lib/i18n/messages/imports';
import { getLocale } from '@/lib/i18n/request';
import { openImport } from '@/lib/imports/page';
import { decodeSegment } from '@/lib/url/segment';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const load = cache(async (id: string) => {
  const viewer = await pageActor('edit');
  return orNotFound(openImport(viewer, id, await getLocale()));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { batch } = await load(decodeSegment((await params).id));
  return { title: `${importMessages[await getLocale()].title}: ${batch.fileName}` };
}

/** One import, from its mapping to what it wrote. */
export default async function ImportPage({ params, searchParams }: Props) {
  const [locale, query, { batch, choices, names, presetTitle }] = await Promise.all([
    getLocale(),
    searchParams,
    load(decodeSegment((await params).id)),
  ]);
  const words = importMessages[locale];
  const { status, job } = batch;
  const canUndo = job === null && status === 'committed';
  const canDiscard = job === null && ['uploaded', 'ready', 'checked', 'failed'].includes(status);
  return (
    <div className="wrap">
      <PageHeading
        title={<bdi>{batch.fileName}</bdi>}
        breadcrumb={[
          { label: words.data, href: '/data' },
          { label: words.title, href: '/data/import' },
          { label: batch.fileName },
        ]}
        breadcrumbLabel={words.breadcrumb}
        actions={
          canUndo ? (
            <AskButton
              words={{
                button: words.batch.undo,
                title: words.batch.undoTitle,
                confirm: words.batch.undoConfirm,
                working: words.batch.undoing,
                cancel: words.cancel,
                failed: words.failed,
              }}
              path="/api/imports/job"
              body={{ batch: batch.id, job: 'undo' }}
              then={null}
            >
              <p>{words.batch.undoHelp}</p>
              {batch.editedSince > 0 && <p>{words.batch.undoEdited(batch.editedSince)}</p>}
            </AskButton>
          ) : (
            canDiscard && (
              <AskButton
                words={{
                  button: words.batch.discard,
                  title: words.batch.discardTitle,
                  confirm: words.batch.discard,
                  working: words.batch.discarding,
                  cancel: words.cancel,
                  failed: words.failed,
                }}
                path="/api/imports/discard"
                body={{ batch: batch.id }}
                then="/data/import"
              >
                <p>{words.batch.discardHelp}</p>
              </AskButton>
            )
          )
        }
      />
      <ImportView
        batch={batch}
        choices={choices}
        names={names}
        presetTitle={presetTitle}
        wantsMapping={query.step === 'mapping'}
        locale={locale}
      />
    </div>
  );
}
