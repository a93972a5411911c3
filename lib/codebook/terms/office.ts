import { term, vocabulary } from '../term';

/**
 * Office of the issuer of a directive; officials appear by office only. `not-named` = there is a directive and
 * its source does not name the office. `none` = the incident has no directive recorded: a value of filters and
 * facets only, never stored.
 */
export const officeVocabulary = vocabulary(
  'office',
  false,
  ['Office', '职务或机构'],
  [
    'The office from which a directive comes. Officials are never named.',
    '发出批示的职务或机构；不记录官员姓名。',
  ],
  [
    term(
      'party-secretary',
      ['Party secretary', '党委书记'],
      ['The head of the ruling party’s committee of a place.', '某地党委的主要负责人。'],
      ['The party secretary of a city.', '市委书记。'],
    ),
    term(
      'mayor',
      ['Mayor', '市长'],
      ['The head of a city government.', '市政府的主要负责人。'],
      ['The mayor of a county-level city.', '县级市市长。'],
    ),
    term(
      'deputy-mayor',
      ['Deputy mayor', '副市长'],
      ['A deputy of the head of a city government.', '市政府的副职负责人。'],
      ['The deputy mayor for education.', '分管教育的副市长。'],
    ),
    term(
      'publicity-head',
      ['Head of the publicity department', '宣传部长'],
      ['The head of the party’s department for publicity.', '党委宣传部的负责人。'],
      ['The head of a county’s publicity department.', '县委宣传部长。'],
    ),
    term(
      'bureau',
      ['Bureau', '部门'],
      [
        'A specialised office as a body; the directive writes out which.',
        '以机构名义的专门部门；批示中写明。',
      ],
      ['A foreign affairs office.', '外事部门。'],
    ),
    term(
      'provincial-government',
      ['Provincial government', '省级政府'],
      ['A provincial government as a body.', '以机构名义的省级政府。'],
      ['Guidance from a province.', '省里的指导意见。'],
    ),
    term(
      'city-government',
      ['City government', '市政府'],
      ['A city government as a body.', '以机构名义的市政府。'],
      ['A plan of a city.', '市里的方案。'],
    ),
    term(
      'city-official',
      ['City official, office not told', '市级官员（职务不明）'],
      ['Somebody in a city’s leadership whose office is not told.', '市级领导，但来源未说明职务。'],
      ['“An official of the city”.', '“一名市里的官员”。'],
    ),
    term(
      'not-named',
      ['Not named', '未说明'],
      ['The source does not say whose directive it is.', '来源未说明由谁发出。'],
      ['“Those in charge” wrote a note.', '“有关方面”作出批示。'],
    ),
    term(
      'none',
      ['No directive recorded', '无批示记录'],
      [
        'The incident has no directive. A value of filters and facets only; no record holds this code.',
        '该事件没有批示。仅用于筛选和分面，记录中不存此代码。',
      ],
      ['A newspaper report without official notes.', '没有官方批示的新闻报道。'],
      { stored: false },
    ),
  ],
);
