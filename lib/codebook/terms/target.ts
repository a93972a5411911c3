import { term, vocabulary } from '../term';

const government = { parent: 'government' };
const company = { parent: 'company' };

/**
 * To whom an incident was addressed. `government` and `company` are broader terms, used where the source does
 * not tell the level of a government or the owner of a firm.
 */
export const targetVocabulary = vocabulary(
  'target',
  true,
  ['Target', '诉求对象'],
  ['The body from which something was demanded or that was objected to.', '被要求或被反对的机构。'],
  [
    term(
      'government',
      ['Government', '政府'],
      ['A government; on its own where the level is not told.', '政府；层级不明时单独使用。'],
      ['“The government” takes a field.', '“政府”征用一块田。'],
    ),
    term(
      'central-government',
      ['Central government', '中央政府'],
      ['Organs of the state or the ruling party in the capital.', '首都的国家或执政党机关。'],
      ['A ministry’s reception office.', '某部委的接待室。'],
      government,
    ),
    term(
      'provincial-government',
      ['Provincial government', '省级政府'],
      ['A province, a region or a municipality under the central government.', '省、自治区或直辖市政府。'],
      ['The complaints office of a province.', '省信访局。'],
      government,
    ),
    term(
      'prefecture-government',
      ['Prefecture or city government', '地市级政府'],
      ['The government of a prefecture or a prefecture-level city.', '地区或地级市政府。'],
      ['The city hall of a prefecture-level city.', '地级市政府。'],
      government,
    ),
    term(
      'county-government',
      ['County government', '县级政府'],
      ['The government of a county, a district or a county-level city.', '县、区或县级市政府。'],
      ['The seat of a county.', '县政府。'],
      government,
    ),
    term(
      'township-government',
      ['Township government', '乡镇政府'],
      ['The government of a town, a township or a street office.', '镇、乡政府或街道办事处。'],
      ['A street office.', '街道办事处。'],
      government,
    ),
    term(
      'village-committee',
      ['Village committee', '村委会'],
      ['The committee of a village or a neighbourhood.', '村民委员会或居民委员会。'],
      ['A committee asked for its accounts.', '被要求公开账目的村委会。'],
    ),
    term(
      'police',
      ['Police', '公安'],
      ['Police stations and public security organs.', '派出所和公安机关。'],
      ['A station that holds a relative.', '扣留亲属的派出所。'],
    ),
    term(
      'court',
      ['Court', '法院'],
      ['Courts and prosecutors.', '法院和检察院。'],
      ['A court that delays a verdict.', '迟迟不判的法院。'],
    ),
    term(
      'bureau',
      ['Bureau', '部门'],
      ['A specialised office of a government; the claim says which.', '政府的专门部门；证据中写明是哪个。'],
      ['A labour office.', '劳动部门。'],
    ),
    term(
      'company',
      ['Company', '企业'],
      ['A firm; on its own where its owner is not told.', '企业；所有制不明时单独使用。'],
      ['The management of a mall.', '商场管理方。'],
    ),
    term(
      'state-firm',
      ['State firm', '国有企业'],
      ['A firm owned by the state at any level.', '各级国有企业。'],
      ['A railway company.', '铁路公司。'],
      company,
    ),
    term(
      'private-firm',
      ['Private firm', '私营企业'],
      ['A firm in private or foreign hands.', '私营或外资企业。'],
      ['A developer of flats.', '住宅开发商。'],
      company,
    ),
    term(
      'school',
      ['School', '学校'],
      ['A school, a kindergarten or a university.', '中小学、幼儿园或高校。'],
      ['A college that raises its fees.', '提高收费的学院。'],
    ),
    term(
      'hospital',
      ['Hospital', '医院'],
      ['A hospital or a clinic.', '医院或诊所。'],
      ['A clinic after a failed treatment.', '治疗失败后的诊所。'],
    ),
    term(
      'other',
      ['Other', '其他'],
      ['The addressee is known and none of the terms fits.', '对象已知，但不属于以上任何一项。'],
      ['A foreign consulate.', '外国领事馆。'],
    ),
    term(
      'unknown',
      ['Unknown', '未知'],
      [
        'The source does not say to whom it was addressed. No record holds this code: the field is empty.',
        '来源未说明诉求对象。记录中不存此代码，字段为空。',
      ],
      ['A poster without an addressee.', '没有写明对象的海报。'],
      { stored: false },
    ),
  ],
);
