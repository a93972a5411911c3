import type { Candidate } from './kinds';
import { addressSpans, meeting } from './spans';

const cue = /微信|weixin|wechat|(?<![0-9A-Za-z])(?:qq|v信|[vw]x(?=\s{0,2}[:：]))|扣扣/gi;
const joint =
  /\s{0,2}(账号|帐号|号码|号|id\b|number\b|no\b\.?|account\b)?\s{0,2}([:：=]|是|为|is\b|was\b)?\s{0,3}["“]?/iy;
const wechat = /[A-Za-z][A-Za-z0-9_-]{5,19}(?![A-Za-z0-9_-])/y;
const qq = /[1-9]\d{4,10}(?!\d)/y;
const spacedQq = /[1-9]\d{1,4}[ .·-]\d{2,5}(?:[ .·-]\d{2,5})?(?![ .·-]?\d)/y;
const date = /^(?:19|20)\d\d([-. ])\d{1,2}\1\d{1,2}$/;
const isCount = /^\s?(?:people|users|members|yuan|人|名|个|万|元|年|次|条)/;

/** Names of WeChat and QQ accounts in a folded text, which follow the name of the service. */
export function findAccounts(text: string): Candidate[] {
  const found: Candidate[] = [];
  const inAddress = meeting(addressSpans(text));
  for (const { 0: service, index } of text.matchAll(cue)) {
    const after = index + service.length;
    if (inAddress({ start: index, end: after })) continue;
    joint.lastIndex = after;
    const [joined = '', label, point] = joint.exec(text) ?? [];
    const said: Said = { service, label, point, bare: label === undefined && point === undefined };
    const start = after + joined.length;
    const end = /^(?:qq|扣扣)$/i.test(service) ? endOfQq(text, start, said) : endOfWechat(text, start, said);
    if (end !== null)
      found.push({ kind: 'account-name', start, end, certainty: said.bare ? 'maybe' : 'sure' });
  }
  return found;
}

type Said = { service: string; label: string | undefined; point: string | undefined; bare: boolean };

/** 5 to 11 digits; with something between them only after a word or a colon that announces a number. */
function endOfQq(text: string, start: number, { bare }: Said): number | null {
  const found = at(qq, text, start) ?? (bare ? null : at(spacedQq, text, start));
  if (found === null || date.test(found)) return null;
  const end = start + found.length;
  return isCount.test(text.slice(end, end + 9)) ? null : end;
}

/**
 * 6 to 20 characters. A name with a digit or an underscore is taken as it stands; one of letters alone may be a
 * word, and is taken where a colon announces it and no further word follows, or right after 微信号.
 */
function endOfWechat(text: string, start: number, { service, label, point }: Said): number | null {
  const found = at(wechat, text, start);
  if (found === null) return null;
  const end = start + found.length;
  if (/[0-9_]/.test(found)) return end;
  const announced = point === ':' || point === '：';
  const labelled = /[号]/.test(label ?? '') && !/^[A-Za-z]/.test(service);
  const isWord = /^\s[A-Za-z]/.test(text.slice(end, end + 2));
  return (announced || labelled) && !isWord ? end : null;
}

function at(pattern: RegExp, text: string, start: number): string | null {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? null;
}
