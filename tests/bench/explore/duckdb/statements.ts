import type { CountedField } from '@/lib/incidents/dimensions';
import { countedFields, isSeveral } from '@/lib/incidents/dimensions';
import { dateSpan } from '@/lib/incidents/spans';
import { filtered, large, province, type QuestionName } from '../questions';

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join();

/** The parts of the filter as conditions. */
const { from, to } = dateSpan(filtered);
const parts = {
  dates: `ends >= DATE '${from}' AND starts <= DATE '${to}'`,
  type: `type IN (${quoted(filtered.type.any)})`,
  place: `province IN (${quoted(filtered.place.any)})`,
  issue: `list_has_any(issue, [${quoted(filtered.issue.any)}]::e_issue[])`,
};
type Part = keyof typeof parts;

const whereBut = (...except: readonly string[]) =>
  (Object.keys(parts) as Part[])
    .filter((part) => !except.includes(part))
    .map((part) => parts[part])
    .join(' AND ');

const sums = `count(*)::INTEGER AS rows, sum(size_min)::DOUBLE AS least, sum(size_max)::DOUBLE AS most,
  (count(*) FILTER (size_min IS NULL AND size_max IS NULL))::INTEGER AS neither,
  (count(*) FILTER (size_min IS NOT NULL AND size_max IS NULL))::INTEGER AS open`;

// Groups are made by numbers, and become texts afterwards.
const series = (where: string, split = true) =>
  `SELECT month::DATE::VARCHAR, "precision"::VARCHAR, ${split ? 'type::VARCHAR' : "''"}, rows, least, most, neither, open
    FROM (SELECT date_trunc('month', starts) AS month, "precision"${split ? ', type' : ''}, ${sums}
      FROM incidents WHERE ${where} GROUP BY ALL) ORDER BY month, 2, 3`;

const facet = (field: CountedField, table: string, where: string) =>
  `SELECT '${field}' AS field, one::VARCHAR AS code, rows FROM (SELECT one, count(*)::INTEGER AS rows
    FROM (SELECT ${isSeveral(field) ? `unnest("${field}")` : `"${field}"`} AS one FROM ${table} WHERE ${where})
    GROUP BY one)`;

/**
 * All facets in one statement. Those that leave nothing out count a table of the rows that the filter keeps, which is
 * made once; with every row kept there is nothing to make.
 */
function facets(isFiltered: boolean): string {
  const own = (field: CountedField) => field === 'type' || field === 'issue';
  const branches = countedFields.map((field) => {
    if (!isFiltered) return facet(field, 'incidents', 'true');
    return own(field) ? facet(field, 'incidents', whereBut(field)) : facet(field, 'kept', 'true');
  });
  const names = countedFields.map((field) => `"${field}"`).join();
  const made = isFiltered
    ? `WITH kept AS MATERIALIZED (SELECT ${names} FROM incidents WHERE ${whereBut()}) `
    : '';
  return made + branches.join(' UNION ALL ');
}

const places = (where: string) =>
  `SELECT place::VARCHAR, count(*)::INTEGER FROM incidents WHERE ${where} GROUP BY place ORDER BY 1`;

const totals = (where: string) => `SELECT ${sums}, (count(*) FILTER (directive = 'with'))::INTEGER,
  (count(*) FILTER (dataset = 'demo'))::INTEGER, min(starts)::VARCHAR, max(ends)::VARCHAR
  FROM incidents WHERE ${where}`;

const matrix = (
  where: string,
) => `SELECT i::VARCHAR, o::VARCHAR, rows FROM (SELECT i, o, count(*)::INTEGER AS rows
  FROM (SELECT i, unnest("order") AS o FROM (SELECT unnest(issue) AS i, "order" FROM incidents WHERE ${where}))
  GROUP BY i, o) ORDER BY 1, 2`;

const page = (where: string) =>
  `SELECT rowid, starts::VARCHAR, ends::VARCHAR, type::VARCHAR, place::VARCHAR, size_min, size_max
   FROM incidents WHERE ${where} ORDER BY starts DESC, ends DESC, rowid DESC LIMIT 25`;

/** The statements that answer a question, one after the other. */
export const statements: Partial<Record<QuestionName, string[]>> = {
  'months × type, no filter': [series('true')],
  'months × type, one province': [series(`province IN (${quoted(province.place.any)})`)],
  'by province': ['SELECT province::VARCHAR, count(*)::INTEGER FROM incidents GROUP BY incidents.province'],
  'by issue': [facet('issue', 'incidents', 'true')],
  'facets under one filter': [facets(true)],
  'total, no filter': [totals('true')],
  'size ≥ 100 by month': [series(`size IN (${quoted(large.size.any)})`, false)],
  'whole dashboard, filtered': [
    facets(true),
    series(whereBut()),
    places(whereBut('place')),
    totals(whereBut()),
    matrix(whereBut('issue')),
  ],
  'whole dashboard, no filter': [
    facets(false),
    series('true'),
    places('true'),
    totals('true'),
    matrix('true'),
  ],
};

/** Pages of the list, which our columns leave to Postgres. */
export const pages = {
  'first page of 25, filtered': page(whereBut()),
  'page of 25, far in': page(`starts <= DATE '2018-06-01'`),
};
