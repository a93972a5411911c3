import { DataTable } from '@/components/ui/data-table';
import { termLabel } from '@/lib/codebook/vocabularies';
import type { Locale } from '@/lib/i18n/locale';
import { importMappingMessages } from '@/lib/i18n/messages/import-mapping';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { FigureMapping, IncidentMapping, Mapping } from '@/lib/imports/plan';
import styles from './imports.module.css';
import { constantsOf } from './mapping/constants';
import { codedOf } from './mapping/crosswalks';
import { usesOf } from './mapping/uses';
import { roleName } from './names';
import { valueInWords } from './value-in-words';

/** What the columns of an import became, and its crosswalks, for the eye. */
export function MappingTable({ mapping, locale }: { mapping: Mapping; locale: Locale }) {
  const words = importMessages[locale];
  const lines =
    mapping.kind === 'incidents'
      ? usesOf(mapping).map(({ column, role }) => [column, roleName(role, locale)] as const)
      : figureLines(mapping, locale);
  return (
    <div className="stack">
      <DataTable label={words.batch.mappingTable} stacked>
        <thead>
          <tr>
            <th scope="col">{words.columns.column}</th>
            <th scope="col">{words.columns.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([column, becomes]) => (
            <tr key={`${column} ${becomes}`}>
              <th scope="row">
                <bdi className={styles.break}>{column}</bdi>
              </th>
              <td data-label={words.columns.becomes}>{becomes}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {mapping.kind === 'incidents' && <SaidForAll mapping={mapping} locale={locale} />}
      {mapping.kind === 'incidents' &&
        codedOf(mapping).map((coded) => {
          const entries = mapping.crosswalks.find(({ name }) => name === coded.name)?.entries ?? [];
          if (entries.length === 0) return null;
          const name = `${roleName(coded.role, locale)} (${coded.columns.map(({ column }) => column).join(words.and)})`;
          return (
            <details key={coded.name} className={styles.folded}>
              <summary>{name}</summary>
              <div className={styles.inside}>
                <DataTable label={words.codes.table(name)} stacked>
                  <thead>
                    <tr>
                      <th scope="col">{words.codes.value}</th>
                      <th scope="col">{words.codes.code}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {entries.map(({ from, to }) => (
                      <tr key={from}>
                        <th scope="row">
                          <bdi className={styles.break}>{from}</bdi>
                        </th>
                        <td data-label={words.codes.code}>
                          {to.map((code) => termLabel(coded.vocabulary, code, locale)).join(words.and) ||
                            words.codes.nothing}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </DataTable>
              </div>
            </details>
          );
        })}
    </div>
  );
}

/** What was said for all rows, and which were passed over. */
function SaidForAll({ mapping, locale }: { mapping: IncidentMapping; locale: Locale }) {
  const { and } = importMessages[locale];
  const { table: words } = importMappingMessages[locale];
  const said = constantsOf(mapping).map(({ target, values }) => ({
    name: roleName(target, locale),
    text: values.map(({ value }) => valueInWords(target, value, locale)).join(and),
  }));
  const skips = mapping.skip.map(({ column, values }) => ({
    name: column,
    text: values.map((value) => (value === '' ? words.empty : value)).join(and),
  }));
  return (
    <>
      {said.length > 0 && <Pairs label={words.constants} heads={[words.field, words.value]} pairs={said} />}
      {skips.length > 0 && <Pairs label={words.skips} heads={[words.column, words.values]} pairs={skips} />}
    </>
  );
}

type PairsProps = { label: string; heads: [string, string]; pairs: { name: string; text: string }[] };

function Pairs({ label, heads: [first, second], pairs }: PairsProps) {
  return (
    <>
      <h3>{label}</h3>
      <DataTable label={label} stacked>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">{second}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ name, text }) => (
            <tr key={`${name} ${text}`}>
              <th scope="row">
                <bdi className={styles.break}>{name}</bdi>
              </th>
              <td data-label={second}>
                <bdi className={styles.break}>{text}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}

function figureLines(mapping: FigureMapping, locale: Locale): (readonly [string, string])[] {
  const words = importMessages[locale].figures;
  const { value, period, place, metric, label } = mapping;
  const lines: [string | null, string][] = [
    [value, words.value],
    ...('column' in period
      ? [[period.column, words.period] as [string, string]]
      : ([
          [period.year, words.year],
          [period.month, words.month],
        ] as [string | null, string][])),
    [metric.column, words.metric],
    [label.column, words.label],
    [place?.code ?? null, words.placeCode],
    ...(place?.names ?? []).map((name) => [name, words.placeNames] as [string, string]),
  ];
  return lines.flatMap(([column, becomes]) => (column ? [[column, becomes] as const] : []));
}
