import { term, vocabulary } from '../term';
import { accommodationResponses, procedureResponses } from './responses-lenient';
import { coercionResponses, informationResponses } from './responses-strict';

/**
 * What authorities did on the spot or after. Families: `accommodation`, `coercion`, `information-control`,
 * `petition-procedure`. `unknown` takes in incidents without a recorded response, which is not a statement
 * that nothing was done (that is `ignored`, and rests on a source).
 */
export const responseVocabulary = vocabulary(
  'response',
  true,
  ['Response', '处置'],
  [
    'What authorities did about an incident, on the spot or later. What they only ordered is coded as a directive.',
    '当局当场或事后对事件的处置；仅作出的批示另编为“批示”。',
  ],
  [
    ...accommodationResponses,
    ...coercionResponses,
    ...informationResponses,
    ...procedureResponses,
    term(
      'other',
      ['Other', '其他'],
      ['What was done is known and none of the terms fits.', '处置已知，但不属于以上任何一项。'],
      ['A path is lit so that fewer people meet there.', '加装路灯以减少聚集。'],
    ),
    term(
      'unknown',
      ['Unknown', '未知'],
      [
        'No response is recorded, or the source does not say what was done. Usually the field is simply empty.',
        '没有处置记录，或来源未说明作了何种处置；通常字段为空。',
      ],
      ['A brief tells of the orders and nothing of what followed.', '简讯只写批示，未写后续。'],
    ),
  ],
);
