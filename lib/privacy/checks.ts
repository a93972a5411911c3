import { isCivilDate } from '@/lib/dates/civil';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/**
 * Whether 18 characters are a resident ID: a region, a day of birth between 1900 and 2100, and the right check
 * character. Source: GB 11643-1999; the check is ISO 7064 MOD 11-2.
 */
export function isResidentId(characters: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(characters) || !isRegion(characters)) return false;
  const year = Number(characters.slice(6, 10));
  if (year < 1900 || year > 2100 || !isDay(characters.slice(6, 14))) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * digitAt(characters, at), 0);
  return checkCharacters[sum % 11] === characters[17]?.toUpperCase();
}

/** Whether 15 digits have the shape of a resident ID as given out before 1999: a region, yymmdd, a number. */
export function isOldResidentId(digits: string): boolean {
  return /^\d{15}$/.test(digits) && isRegion(digits) && isDay(`19${digits.slice(6, 12)}`);
}

/** Whether a number begins like the code of a division of China: 11 to 65, 71, 81, 82. */
export function isRegion(digits: string): boolean {
  const region = Number(digits.slice(0, 2));
  return (region >= 11 && region <= 65) || region === 71 || region === 81 || region === 82;
}

/**
 * Whether 16 to 19 digits may be the number of a bank card: they begin with 3, 4, 5 or 62, and the last one checks
 * the others. Source: ISO/IEC 7812-1, annex B (Luhn).
 */
export function isBankCard(digits: string): boolean {
  if (!/^(?:[345]|62)\d{14,18}$/.test(digits) || digits.length < 16) return false;
  let sum = 0;
  for (let back = 1; back <= digits.length; back += 1) {
    const digit = digitAt(digits, digits.length - back) * (back % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

const digitAt = (digits: string, at: number) => digits.charCodeAt(at) - 48;
const isDay = (digits: string) =>
  isCivilDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`);
