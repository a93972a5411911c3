import { cccCrosswalks } from './ccc-values';
import { columnsOf, fitOf } from './headers';
import { incidents, needed } from './tables';
import type { Preset } from './types';

const known = [
  ...'date,locality,state,location,location_detail,county,online,type,title,macroevent,actors,organizations'.split(
    ',',
  ),
  ...'participants,claims,valence,issues,issues_major,size_low,size_high,size_mean,size_text,size_cat'.split(
    ',',
  ),
  ...'arrests,arrests_any,injuries_crowd,injuries_crowd_any,injuries_police,injuries_police_any'.split(','),
  ...'property_damage,property_damage_any,damage,chemical_agents,teargas,participant_measures'.split(','),
  ...'police_measures,participant_deaths,police_deaths,notes,misc,final,lat,lon,resolved_locality'.split(','),
  ...'resolved_county,resolved_state,fips_code,targets,notables'.split(','),
  ...Array.from({ length: 40 }, (_, i) => `source_${i + 1}`),
];

export const ccc: Preset = {
  id: 'ccc',
  version: '1',
  title: { en: 'Crowd Counting Consortium', zh: 'Crowd Counting Consortium（人群统计）' },
  note: {
    en: 'Protests in the United States, one row a place and day; all become mass incidents. The lower and upper number of people are the lowest and the highest report, and vague words were turned into numbers there (hundreds = 200). Issues are tags of their own making and wider than ours. Only arrests are taken for a response, with their number. Measures of police and participants, valence, injuries and sources are kept beside the record. Rows have no id: a row that was changed comes as a new one.',
    zh: '美国的抗议活动，一行为一地一日，一律归为群体性事件。人数下限、上限分别为所见最低、最高报道，含糊的说法已由该项目换成数字（hundreds=200）。事由取自其自编标签，范围比本库宽。处置只取逮捕及其人数。警方与参与者的措施、倾向、伤亡和来源保留在附加数据中。各行没有编号：改动过的行会成为新记录。',
  },
  fits: (headers) =>
    headers === null
      ? 0
      : fitOf(headers, { required: ['date', 'locality', 'state', 'size_low', 'size_high', 'claims'], known }),
  headerless: null,
  map: (headers) => {
    const { find, all, bind } = columnsOf(headers);
    return incidents({
      bindings: [
        ...bind('title', 'title'),
        ...bind('summary', 'claims'),
        ...bind('sizeMin', 'size_low'),
        ...bind('sizeMax', 'size_high'),
        ...bind('sizeText', 'size_text'),
        ...bind('forms', 'type', { split: ';', crosswalk: 'ccc-forms' }),
        ...bind('issues', ['issues', 'issues_major'], { split: ';', crosswalk: 'ccc-issues' }),
        // Older files name people and organisations in one column, `actors`.
        ...bind('groups', ['participants', 'actors'], { split: ';', crosswalk: 'ccc-groups' }),
        ...bind('responses', 'arrests', { counts: 'arrest' }),
      ],
      crosswalks: cccCrosswalks,
      dates: { start: needed(find('date')) },
      place: { names: all('state', 'locality'), latitude: find('lat'), longitude: find('lon') },
      constants: [{ target: 'type', value: 'mass-incident' }],
    });
  },
  dataset: {
    slug: 'ccc',
    refPrefix: 'ccc',
    title: 'Crowd Counting Consortium',
    description: 'Protests in the United States from the Crowd Counting Consortium, as imported.',
    licence: null,
    redistributable: false,
    citation: 'Crowd Counting Consortium.',
  },
};
