import { acledCrosswalks } from './acled-values';
import { columnsOf, fitOf } from './headers';
import { exactness, incidents, needed } from './tables';
import type { Preset } from './types';

/** Columns of today, those that were dropped in 2023, those before `assoc_actor`, and those of population. */
const known =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp,data_id,event_id_no_cnty,iso3,gwno,ally_actor_1,ally_actor_2,population_1km,population_2km,population_5km,population_best'.split(
    ',',
  );
const required = ['event_id_cnty', 'event_date', 'event_type', 'actor1', 'country', 'location'];

export const acled: Preset = {
  id: 'acled',
  version: '1',
  title: { en: 'ACLED: events', zh: 'ACLED：事件' },
  note: {
    en: 'One row is one day at one place: an event of several days comes as several incidents. Protests and Riots become mass incidents, mob violence among them; everything else becomes “other”. Forms claim a gathering only, whatever was violent about it; excessive force is coded as force even where people died. Where the day is exact to the week or month only, the row’s date is the middle of it. ACLED has no field of demands and no title: issues stay empty. Actors, sources and fatalities are kept beside the record. No other party is taken for the addressee.',
    zh: '一行是一地一日：持续多日的事件会成为多条记录。Protests 与 Riots（含 Mob violence）归为群体性事件，其余归为“其他”。形式只编“聚集”，不论暴力何在；Excessive force 一律编为“使用武力”，即使有人死亡。日期只精确到周或月时，行内日期为该时段的中间日。ACLED 没有诉求和标题字段，事由留空。行动者、来源和死亡人数保留在记录的附加数据中。对方当事者一概不视为诉求对象。',
  },
  fits: (headers) => (headers === null ? 0 : fitOf(headers, { required, known })),
  headerless: null,
  map: (headers) => {
    const { find, all, bind } = columnsOf(headers);
    const actors = { split: ';', crosswalk: 'acled-groups' } as const;
    return incidents({
      bindings: [
        ...bind('externalId', 'event_id_cnty'),
        ...bind('summary', 'notes'),
        ...bind('type', 'event_type', { crosswalk: 'acled-type' }),
        ...bind('sourceCategory', ['sub_event_type', 'event_type']),
        ...bind('forms', 'sub_event_type', { crosswalk: 'acled-forms' }),
        ...bind('responses', 'sub_event_type', { crosswalk: 'acled-responses' }),
        ...bind('targets', 'inter1', { crosswalk: 'acled-inter' }),
        ...bind('targets', 'inter2', { crosswalk: 'acled-inter' }),
        ...bind('groups', ['assoc_actor_1', 'ally_actor_1'], actors),
        ...bind('groups', ['assoc_actor_2', 'ally_actor_2'], actors),
        // Before there were tags, the size stood at the end of the notes.
        ...bind('size', ['tags', 'notes'], { pick: 'acled-crowd-size' }),
      ],
      crosswalks: acledCrosswalks,
      dates: {
        start: needed(find('event_date')),
        precision: exactness(find('time_precision'), 'acled-time'),
        convention: 'midpoint',
      },
      place: {
        names: all('country', 'admin1', 'admin2', 'admin3', 'location'),
        latitude: find('latitude'),
        longitude: find('longitude'),
        precision: exactness(find('geo_precision'), 'acled-place'),
      },
    });
  },
  dataset: {
    slug: 'acled',
    refPrefix: 'acled',
    title: 'ACLED',
    description: 'Events of the Armed Conflict Location & Event Data Project, as imported.',
    licence: 'Terms of use of ACLED',
    redistributable: false,
    citation: 'Armed Conflict Location & Event Data Project (ACLED), acleddata.com.',
  },
};
