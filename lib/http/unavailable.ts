import type { ErrorBody, ErrorCode } from '@/lib/errors';
import { type Locale, localeTag } from '@/lib/i18n/locale';

/**
 * Answers that need nothing: no database, no React, no file. They are sent by `proxy.ts` before a page is
 * rendered. Pure.
 */

/** Seconds after which a visitor should ask again when the database is down. */
export const retryAfter = 5;

/** What stands in the way of an answer. */
export type Refusal = 'unavailable' | 'url-too-long' | 'url-unreadable' | 'method' | 'too-many';

type Words = { title: string; text: string; more: string };

const words: Record<Locale, Record<Refusal, Words>> = {
  en: {
    unavailable: {
      title: 'The database does not answer',
      text: 'Daybook is running, but its database cannot be reached just now. No data is lost.',
      more: `This page asks again every ${retryAfter} seconds and opens by itself as soon as there is an answer.`,
    },
    'url-too-long': {
      title: 'The address is too long',
      text: 'An address of Daybook may have up to 4,000 characters; this one has more. Nothing was looked up.',
      more: 'Choose fewer values in the filter, or choose what to leave out instead of what to keep.',
    },
    'url-unreadable': {
      title: 'The address cannot be read',
      text: 'It holds percent signs that do not stand for letters. It may have been cut off when it was copied.',
      more: 'Copy the whole address again, or begin at the start page.',
    },
    'too-many': {
      title: 'That was a lot at once',
      text: 'More was asked for from your address within a minute than Daybook answers to one visitor.',
      more: 'Wait a minute and open the page again. Whoever needs many records takes one file: an export holds any number.',
    },
    method: {
      title: 'This cannot be done here',
      text: 'Almost everything in Daybook can be read through the web, not written. The header “Allow” of this answer names what this address takes.',
      more: 'Open the page by its address instead; save a view by the button on the page.',
    },
  },
  zh: {
    unavailable: {
      title: '数据库没有响应',
      text: 'Daybook 正在运行，但暂时无法连接数据库。数据没有丢失。',
      more: `本页每 ${retryAfter} 秒重试一次，数据库恢复后会自动打开。`,
    },
    'url-too-long': {
      title: '网址过长',
      text: 'Daybook 的网址最多 4,000 个字符，当前网址超出了限制，未进行任何查询。',
      more: '请减少筛选中的取值，或改为选择要排除的取值。',
    },
    'url-unreadable': {
      title: '网址无法读取',
      text: '网址中的百分号编码不完整，可能在复制时被截断。',
      more: '请重新复制完整的网址，或从首页开始。',
    },
    'too-many': {
      title: '请求过于频繁',
      text: '您的网络地址在一分钟内的请求超出了 Daybook 对单个访客的上限。',
      more: '请等一分钟后重新打开。需要大量记录时请使用导出：一个文件可容纳任意数量的记录。',
    },
    method: {
      title: '此处不支持该操作',
      text: 'Daybook 的内容几乎都只能通过网页读取，不能写入。本次响应的 Allow 标头列出了该网址接受的方法。',
      more: '请直接用网址打开页面；保存视图请使用页面上的按钮。',
    },
  },
};

const links: Record<Locale, { start: string; again: string }> = {
  en: { start: 'Start page', again: 'Ask again now' },
  zh: { start: '首页', again: '立即重试' },
};

const refusalStatus: Record<Refusal, number> = {
  unavailable: 503,
  'url-too-long': 414,
  'url-unreadable': 400,
  method: 405,
  'too-many': 429,
};
const refusalCode: Record<Refusal, ErrorCode> = {
  unavailable: 'unavailable',
  'url-too-long': 'too-large',
  'url-unreadable': 'invalid',
  method: 'invalid',
  'too-many': 'too-many',
};

/** Status and headers of a refusal; `allowed` are the methods that the address takes, `wait` the seconds to wait. */
export function refusalInit(
  refusal: Refusal,
  allowed: readonly string[],
  wait: number = retryAfter,
): { status: number; headers: Record<string, string> } {
  return {
    status: refusalStatus[refusal],
    headers: {
      'Cache-Control': 'private, no-store',
      ...(refusal === 'unavailable' || refusal === 'too-many' ? { 'Retry-After': String(wait) } : {}),
      ...(refusal === 'method' ? { Allow: allowed.join(', ') } : {}),
    },
  };
}

/** A refusal as JSON, for data routes. */
export function refusalBody(refusal: Refusal, locale: Locale): ErrorBody {
  const { text, more } = words[locale][refusal];
  const message = refusal === 'unavailable' ? text : `${text} ${more}`;
  return { error: { code: refusalCode[refusal], message } };
}

const css = `:root{color-scheme:light dark}
html[data-theme=light]{color-scheme:light}html[data-theme=dark]{color-scheme:dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#fbfaf7,#161513);color:light-dark(#1c1b19,#edeae3);font:1rem/1.55 "Inter Variable",Inter,"PingFang SC","Microsoft YaHei",system-ui,sans-serif}
main{max-width:34rem;padding:2rem 1.25rem}
p{margin:.5rem 0;color:light-dark(#6b675f,#a9a499)}
.name{font:600 1.125rem/1.3 "Source Serif 4 Variable","Source Serif 4",Georgia,serif;color:inherit}
h1{font:600 1.625rem/1.25 "Source Serif 4 Variable","Source Serif 4",Georgia,"PingFang SC",serif;margin:1.25rem 0 .5rem}
.mark{width:2.5rem;border:0;border-top:3px solid light-dark(#c2503a,#d96a53);margin:1.25rem 0 0}
a{color:light-dark(#1d5fa6,#85b6ea);margin-right:1.25rem}`;

/**
 * A refusal as a page of its own. Its one style element carries the nonce; a page that waits for the database
 * refreshes itself.
 */
export function refusalPage(
  refusal: Refusal,
  context: { locale: Locale; theme: string | undefined; nonce: string },
): string {
  const { title, text, more } = words[context.locale][refusal];
  const { start, again } = links[context.locale];
  const theme = context.theme === 'light' || context.theme === 'dark' ? ` data-theme="${context.theme}"` : '';
  const waits = refusal === 'unavailable';
  return `<!doctype html>
<html lang="${localeTag[context.locale]}"${theme}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="/icon.svg">
${waits ? `<meta http-equiv="refresh" content="${retryAfter}">\n` : ''}<title>${title} · Daybook</title>
<style nonce="${context.nonce}">${css}</style>
</head>
<body>
<main>
<p class="name">Daybook</p>
<hr class="mark">
<h1>${title}</h1>
<p>${text}</p>
<p>${more}</p>
<p>${waits ? `<a href="">${again}</a>` : ''}<a href="/">${start}</a></p>
</main>
</body>
</html>
`;
}
