import { term, vocabulary } from '../term';

/**
 * Classes of size for charts and filters. Derived from `sizeMin`, never stored. The edges are those of the classes that other projects use, so that theirs can be
 * put together from ours (10, 50, 100, 500, 1,000, 2,000, 5,000, 10,000).
 */
export const sizeClassVocabulary = vocabulary(
  'sizeClass',
  false,
  ['Size', '规模'],
  [
    'How many people took part, by the lower bound of what the source reports. Computed, not stored.',
    '参与人数，按来源所报下限归类；由计算得出，不存储。',
  ],
  [
    term('1', ['1', '1人'], ['One person.', '一人。'], ['A single user.', '一名用户。']),
    term('2-9', ['2–9', '2–9人'], ['Two to nine people.', '二至九人。'], ['A family of five.', '一家五口。']),
    term(
      '10-49',
      ['10–49', '10–49人'],
      ['Ten to 49 people.', '十至四十九人。'],
      ['“More than 20”.', '“二十余人”。'],
    ),
    term(
      '50-99',
      ['50–99', '50–99人'],
      ['50 to 99 people.', '五十至九十九人。'],
      ['“Over 80”.', '“八十多人”。'],
    ),
    term(
      '100-499',
      ['100–499', '100–499人'],
      ['100 to 499 people; “hundreds” falls here, from 200.', '一百至四百九十九人；“数百人”按二百归入。'],
      ['“Hundreds”.', '“数百人”。'],
    ),
    term(
      '500-999',
      ['500–999', '500–999人'],
      ['500 to 999 people.', '五百至九百九十九人。'],
      ['“At least 600”.', '“至少六百人”。'],
    ),
    term(
      '1000-1999',
      ['1,000–1,999', '1,000–1,999人'],
      ['1,000 to 1,999 people.', '一千至一千九百九十九人。'],
      ['“More than a thousand”.', '“一千多人”。'],
    ),
    term(
      '2000-4999',
      ['2,000–4,999', '2,000–4,999人'],
      ['2,000 to 4,999 people; “thousands” falls here.', '二千至四千九百九十九人；“数千人”归入此类。'],
      ['“Thousands”.', '“数千人”。'],
    ),
    term(
      '5000-9999',
      ['5,000–9,999', '5,000–9,999人'],
      ['5,000 to 9,999 people.', '五千至九千九百九十九人。'],
      ['“Some 6,000”.', '“约六千人”。'],
    ),
    term(
      '10000-plus',
      ['10,000 or more', '10,000人以上'],
      ['10,000 people or more.', '一万人及以上。'],
      ['“Tens of thousands”.', '“数万人”。'],
    ),
    term(
      'unknown',
      ['Unknown', '未知'],
      [
        'No size is reported, or only an upper bound (“close to 30”), which is drawn apart.',
        '未报人数，或仅有上限（如“近三十人”），后者单独标示。',
      ],
      ['“A group”.', '“一群人”。'],
      { stored: false },
    ),
  ],
);
