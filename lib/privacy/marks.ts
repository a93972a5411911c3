import type { Locale, Localised } from '@/lib/i18n/locale';
import type { FindingKind } from './kinds';

const marks: Record<FindingKind, Localised> = {
  'e-mail': { en: '[e-mail address removed]', zh: '[电子邮箱已删除]' },
  'resident-id': { en: '[ID number removed]', zh: '[身份证号已删除]' },
  'bank-card': { en: '[card number removed]', zh: '[银行卡号已删除]' },
  mobile: { en: '[mobile number removed]', zh: '[手机号已删除]' },
  landline: { en: '[telephone number removed]', zh: '[电话号码已删除]' },
  'travel-document': { en: '[document number removed]', zh: '[证件号已删除]' },
  'account-name': { en: '[account name removed]', zh: '[账号已删除]' },
  plate: { en: '[number plate removed]', zh: '[车牌号已删除]' },
  name: { en: '[name removed]', zh: '[姓名已删除]' },
};

/** What stands in a redacted text where something of a kind was. */
export function markOf(kind: FindingKind, locale: Locale): string {
  return marks[kind][locale];
}

/** All marks, as the source of a regular expression. */
export const anyMark = Object.values(marks)
  .flatMap(({ en, zh }) => [en, zh])
  .map((mark) => mark.replace(/[[\]]/g, '\\$&'))
  .join('|');
