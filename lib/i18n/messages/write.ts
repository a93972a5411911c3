import type { Locale } from '../locale';

/** Why something that was sent was not taken, before anybody looked at what it says. */
const en = {
  otherOrigin: (own: string) =>
    `This was not sent from a page of Daybook at ${own}, so nothing was saved. Open Daybook at that address and try again.`,
  notJsonType: 'Only JSON is taken here: send it with the content type application/json.',
  notJson: 'What was sent is not JSON, or not all of it arrived. Try again.',
  tooLarge: (limit: string) => `What was sent is too large: up to ${limit} bytes are taken. Shorten it.`,
};

const zh: typeof en = {
  otherOrigin: (own) =>
    `该请求不是从 ${own} 的 Daybook 页面发出的，因此没有保存。请用该网址打开 Daybook 后重试。`,
  notJsonType: '此处只接受 JSON，请以 application/json 类型发送。',
  notJson: '发送的内容不是 JSON，或没有完整到达，请重试。',
  tooLarge: (limit) => `发送的内容过大：最多接受 ${limit} 字节，请缩短。`,
};

export const writeMessages: Record<Locale, typeof en> = { en, zh };
