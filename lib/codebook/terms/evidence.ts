import { term, vocabulary } from '../term';

/** How a coded value follows from the words of a source. */
export const basisVocabulary = vocabulary(
  'basis',
  false,
  ['Basis', '依据'],
  ['How a coded value follows from the source.', '编码值如何从来源得出。'],
  [
    term(
      'stated',
      ['Stated', '明示'],
      ['The source says it in so many words.', '来源明确写出。'],
      ['“On 3 May” gives the day.', '“5月3日”即为日期。'],
    ),
    term(
      'inferred',
      ['Inferred by the coder', '编码者推断'],
      ['The coder concluded it; a note may say why.', '由编码者推断，理由可见备注。'],
      ['A request by thirty people is a collective petition.', '三十人共同请求，编为集体上访。'],
    ),
    term(
      'rule',
      ['By rule', '按规则'],
      ['A fixed rule of the codebook turns the words into the value.', '按编码手册的固定规则换算。'],
      ['“Over 60” gives a lower bound of 60.', '“六十多”记为下限60。'],
    ),
  ],
);

/** How a reported figure is meant. */
export const boundVocabulary = vocabulary(
  'bound',
  false,
  ['Bound', '界限'],
  ['Whether a figure is meant as such, as a limit, or roughly.', '数字是确数、界限还是约数。'],
  [
    term(
      'exact',
      ['As printed', '如所印'],
      [
        'Printed without a reservation; it may have been rounded by the source.',
        '所印数字不带限定；来源可能已取整。',
      ],
      ['“293”.', '“293”。'],
    ),
    term(
      'at-least',
      ['At least', '至少'],
      ['The number is a lower limit.', '数字为下限。'],
      ['“More than a million”.', '“一百多万”。'],
    ),
    term(
      'at-most',
      ['At most', '至多'],
      ['The number is an upper limit.', '数字为上限。'],
      ['“Below 30 per cent”.', '“不足30%”。'],
    ),
    term(
      'about',
      ['About', '约'],
      ['The number is near the true one.', '数字接近实际值。'],
      ['“Nearly 200,000”.', '“近二十万”。'],
    ),
  ],
);
