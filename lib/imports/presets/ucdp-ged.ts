import { crosswalks as codebook } from '@/lib/codebook/crosswalks';
import { columnsOf, fitOf } from './headers';
import { each, exactness, incidents, needed, table } from './tables';
import type { Preset } from './types';

/** Columns of the releases of 49 columns, in their order. */
const columns =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob'.split(
    ',',
  );
/** What every release has, also those that lack the ids of the older data sets, the status or the state codes. */
const required = ['id', 'type_of_violence', 'where_prec', 'date_start', 'date_end', 'country'];
/** The estimate of deaths, by its name in older releases too. */
const deaths = [
  ['best', 'best_est'],
  ['high', 'high_est'],
  ['low', 'low_est'],
];
/** How sure a file of 49 columns without a header is to be of this kind: their number is all that is known. */
const byCount = 0.7;

export const ucdpGed: Preset = {
  id: 'ucdp-ged',
  version: '1',
  title: { en: 'UCDP GED: events', zh: 'UCDP GED：事件' },
  note: {
    en: 'Lethal events of organised violence; all of them become “other”. The estimates (best, high, low) are of deaths, never of participants, and are kept beside the record, as are the kind of violence and both sides. The title is the first headline of the row: rewrite it. Files without a header are taken by their 49 columns; other numbers of columns need one.',
    zh: '有组织暴力致死事件，一律归为“其他”。best、high、low 是死亡人数的估计，绝非参与人数；它们与暴力类型、双方一起保留在记录的附加数据中。标题取该行第一条新闻标题，请改写。没有表头的文件按49列识别，列数不同者须有表头。',
  },
  fits: (headers, count) => {
    if (headers === null) return count === columns.length ? byCount : 0;
    return fitOf(headers, { required: [...required, ...deaths], known: [...columns, ...deaths.flat()] });
  },
  headerless: (count) => (count === columns.length ? columns : null),
  map: (headers) => {
    const { find, all, bind } = columnsOf(headers);
    const end = find('date_end');
    return incidents({
      bindings: [
        ...bind('externalId', 'id'),
        ...bind('title', 'source_headline', { pick: 'first-of-list' }),
        ...bind('type', 'type_of_violence', { crosswalk: 'ucdp-type' }),
      ],
      crosswalks: [
        table('ucdp-type', 'type', each(['1', '2', '3'], 'other')),
        table('ucdp-time', 'datePrecision', codebook.ucdpDatePrecision.toOurs),
        table('ucdp-place', 'placePrecision', codebook.ucdpWherePrecision.toOurs),
      ],
      dates: {
        start: needed(find('date_start')),
        end: end === null ? null : { column: end },
        precision: exactness(find('date_prec'), 'ucdp-time'),
      },
      place: {
        names: all('country', 'adm_1', 'adm_2'),
        latitude: find('latitude'),
        longitude: find('longitude'),
        precision: exactness(find('where_prec'), 'ucdp-place'),
      },
    });
  },
  dataset: {
    slug: 'ucdp-ged',
    refPrefix: 'ged',
    title: 'UCDP GED',
    description: 'Events of the UCDP Georeferenced Event Dataset, as imported.',
    licence: 'CC BY 4.0',
    redistributable: true,
    citation: 'Uppsala Conflict Data Program, Georeferenced Event Dataset (GED), ucdp.uu.se.',
  },
};
