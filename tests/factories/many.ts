import type { ClientBase } from 'pg';
import { storedCodesOf } from '@/lib/codebook/vocabularies';
import { datasetId } from '@/lib/ids';

/** A data set of very many made-up incidents, for questions of time. */
export const many = { slug: 'many', id: datasetId('many'), prefix: 'many' };

const english =
  `workers villagers teachers drivers gather march petition block demand wages land pensions school
  hospital river factory market station plaza court bureau road bridge harbour mine mill kiln quarry orchard temple
  dam depot tower stadium warehouse foundry brewery ferry`.split(/\s+/);
const chinese =
  `工人 村民 教师 司机 聚集 游行 上访 堵路 讨薪 征地 拆迁 养老 学校 医院 河边 工厂 市场 车站 广场 法院 公安 政府 道路 桥头
  港口 煤矿 砖窑 采石 果园 寺庙 水库 仓库 体育 酒厂 渡口 罢工 静坐 维权 欠薪 补偿`.split(/\s+/);

/**
 * Adds `count` published incidents of 2010 to 2024 with what hangs on them, in a few statements of the owner: more
 * towards the first places by path, one in a hundred with a destination, every other with a directive, one or two
 * claims each. The same for the same count.
 */
export async function insertManyIncidents(db: Pick<ClientBase, 'query'>, count: number): Promise<void> {
  const pick = (list: string, skew = 1) =>
    `(${list})[1 + floor(power(random(), ${skew}) * cardinality(${list}))::int]`;
  // Of codes the first is common and the last is rare.
  const code = (list: string) => pick(list, 3);
  await db.query('SELECT setseed(0.42)');
  await db.query(
    `INSERT INTO datasets (id, slug, ref_prefix, title, description, origin, citation, codebook_version)
      VALUES ($1, $2, $3, 'Many', 'Nothing here happened.', 'synthetic', 'A test.', '1')`,
    [many.id, many.slug, many.prefix],
  );
  await db.query(`INSERT INTO sources (id, ref, outlet, headline, kind, language)
    SELECT uuid_generate_v5('${many.id}', 's' || n), 'many-s-' || n, 'Paper ' || n, 'Made up', 'newspaper', 'en'
    FROM generate_series(1, 500) n`);
  await db.query(
    `INSERT INTO directives (id, ref, dataset_id, kind, title, summary, issuer_office, orders, status)
      SELECT uuid_generate_v5('${many.id}', 'd' || n), 'many-d-' || n, '${many.id}', 'incident-note', 'Order ' || n,
        'Order about ' || ${pick('$1::text[]')}, ${code('$2::text[]')}, ARRAY[${code('$3::text[]')}], 'published'
      FROM generate_series(1, $4::int / 50) n`,
    [english, storedCodesOf('office'), storedCodesOf('order'), count],
  );
  await db.query(
    `INSERT INTO incidents (id, ref, dataset_id, title, title_zh, summary, type, source_category, starts_on, ends_on,
        date_precision, place_id, place_precision, destination_place_id, size_min, size_max, issues, groups, forms,
        targets, status)
      SELECT uuid_generate_v5('${many.id}', n::text), 'many-' || n, '${many.id}',
        concat_ws(' ', ${pick('$1::text[]')}, ${pick('$1::text[]')}, n), ${pick('$2::text[]')} || ${pick('$2::text[]')},
        concat_ws(' ', 'People', ${pick('$1::text[]')}, 'at the', ${pick('$1::text[]')}, 'of', p.name_en) || '。' ||
          p.name_zh || ${pick('$2::text[]')} || '，' || ${pick('$2::text[]')} || '。',
        ${code('$3::text[]')}, 'as printed ' || floor(random() * 200), day, day, 'day', p.id, 'county',
        CASE WHEN random() < 0.01 THEN '110000' END, size, size * 2, ARRAY[${code('$4::text[]')}],
        ARRAY[${code('$5::text[]')}], ARRAY[${code('$6::text[]')}], ARRAY[${code('$7::text[]')}], 'published'
      FROM (SELECT n, DATE '2010-01-01' + floor(random() * 5478)::int AS day,
          CASE WHEN random() < 0.7 THEN ceil(exp(random() * 10))::int END AS size,
          1 + floor(power(random(), 1.5) * (SELECT count(*) FROM places WHERE level = 'county'))::int AS at
        FROM generate_series(1, $8::int) n) made
      JOIN (SELECT id, name_en, name_zh, row_number() OVER (ORDER BY path COLLATE "C") AS at FROM places
        WHERE level = 'county') p USING (at)`,
    [
      english,
      chinese,
      ...(['type', 'issue', 'group', 'form', 'target'] as const).map((name) => storedCodesOf(name)),
      count,
    ],
  );
  await db.query(
    `INSERT INTO responses (incident_id, ordinal, kind)
      SELECT id, 1, ${code('$1::text[]')} FROM incidents WHERE dataset_id = '${many.id}' AND random() < 0.5`,
    [storedCodesOf('response').filter((kind) => kind !== 'unknown')],
  );
  await db.query(`INSERT INTO claims (incident_id, ordinal, field, value, source_id, basis)
    SELECT id, ordinal, 'title', 'x', uuid_generate_v5('${many.id}', 's' || (1 + floor(random() * 500)::int)), 'stated'
    FROM incidents, generate_series(1, 2) ordinal
    WHERE dataset_id = '${many.id}' AND (ordinal = 1 OR random() < 0.5)`);
  await db.query(
    `INSERT INTO directive_incidents (incident_id, directive_id)
      SELECT id, uuid_generate_v5('${many.id}', 'd' || (1 + floor(random() * ($1::int / 50))::int))
      FROM incidents WHERE dataset_id = '${many.id}' AND random() < 0.5`,
    [count],
  );
  await db.query(
    'VACUUM ANALYZE incidents, responses, claims, directives, directive_incidents, sources, places',
  );
}
