import { FigureTable } from '@/components/sources/figure-table';
import { Bar } from '@/components/ui/bar';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { Tag } from '@/components/ui/tag';
import { termLabel } from '@/lib/codebook/vocabularies';
import type { DatasetRecord } from '@/lib/datasets/types';
import { coverageInWords, describedShare } from '@/lib/datasets/words';
import { formatRange } from '@/lib/dates/format';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { recordMessages, titleIn, titleLang } from '@/lib/i18n/messages/records';
import type { PlaceTrails } from '@/lib/places/trails';
import type { ReportedFigure } from '@/lib/sources/types';
import styles from './dataset-card.module.css';

type DatasetCardProps = {
  dataset: DatasetRecord;
  /** Figures about its coverage. */
  figures: ReportedFigure[];
  places: PlaceTrails;
  /** Whether the viewer changes figures. */
  edits?: boolean;
  locale: Locale;
};

/** One data set: where it comes from, what it covers, how much of it is there, how to cite and get it. */
export function DatasetCard({ dataset, figures, places, edits = false, locale }: DatasetCardProps) {
  const words = recordMessages[locale];
  const { data } = words;
  const english = locale === 'zh' ? 'en' : undefined;
  const total =
    figures.find(({ metric, bound }) => metric === 'incidents' && bound === 'exact')?.value ?? null;
  const items: Definition[] = [
    { key: 'origin', term: data.origin, value: termLabel('origin', dataset.origin, locale) },
    {
      key: 'coverage',
      term: data.coverage,
      value: coverageInWords(dataset, places, locale) ?? data.coverageOpen,
    },
    {
      key: 'described',
      term: data.described,
      value:
        total === null ? (
          words.incidents(dataset.incidents)
        ) : (
          <div className={styles.share}>
            {describedShare(dataset.incidents, total, locale)}
            <Bar value={dataset.incidents} max={total} tone="petition" track />
          </div>
        ),
    },
    { key: 'directives', term: data.directives, value: formatNumber(dataset.directives, locale) },
    {
      key: 'span',
      term: data.span,
      value:
        dataset.firstDay && dataset.lastDay ? formatRange(dataset.firstDay, dataset.lastDay, locale) : null,
    },
    {
      key: 'missing',
      term: data.missing,
      value: dataset.coverageNote === null ? null : <span lang={english}>{dataset.coverageNote}</span>,
    },
    {
      key: 'licence',
      term: data.licence,
      value: dataset.licence ?? <span className="muted">{data.noLicence}</span>,
    },
    { key: 'citation', term: data.citation, value: <span lang="en">{dataset.citation}</span> },
    { key: 'codebook', term: data.codebook, value: dataset.codebookVersion },
  ];
  return (
    <Card
      id={dataset.slug}
      title={
        <span lang={titleLang(locale, dataset.titleZh)}>
          {titleIn(locale, dataset.title, dataset.titleZh)}{' '}
          {dataset.origin === 'synthetic' && <Tag tone="warning">{words.synthetic}</Tag>}
        </span>
      }
      subtitle={dataset.slug}
      actions={
        <>
          <ButtonLink size="small" href={`/?dataset=${dataset.slug}`}>
            {data.explore}
          </ButtonLink>
          {dataset.redistributable && (
            <>
              <ButtonLink
                size="small"
                href={`/incidents.csv?dataset=${dataset.slug}`}
                download=""
                title={data.csvHint}
              >
                {data.csv}
              </ButtonLink>
              <ButtonLink
                size="small"
                href={`/incidents.json?dataset=${dataset.slug}`}
                download=""
                title={data.jsonHint}
              >
                {data.json}
              </ButtonLink>
            </>
          )}
        </>
      }
    >
      <p className={`prose ${styles.text}`} lang={english}>
        {dataset.description}
      </p>
      {!dataset.redistributable && <p className="muted">{data.notRedistributable}</p>}
      <DefinitionList items={items} wide />
      {figures.length > 0 && (
        <div className={styles.figures}>
          <h3>{data.figures}</h3>
          <FigureTable
            of={titleIn(locale, dataset.title, dataset.titleZh)}
            figures={figures}
            places={places}
            edits={edits}
            locale={locale}
          />
        </div>
      )}
    </Card>
  );
}
