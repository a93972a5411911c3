import type { Localised } from '../locale';

/** What is said where a public data set can't be fetched or asked for. */
export const publicData = {
  noName: (name: string, known: string): Localised => ({
    en: `There is no public data set “${name}”. There are: ${known}.`,
    zh: `没有名为“${name}”的公开数据集。可选：${known}。`,
  }),
  notAddress: (text: string): Localised => ({
    en: `“${text}” is not an address of a file on the web.`,
    zh: `“${text}”不是网上文件的地址。`,
  }),
  notHttps: (address: string): Localised => ({
    en: `${address} is not an https address, so what comes from it could be altered on its way.`,
    zh: `${address} 不是 https 地址，内容可能在途中被篡改。`,
  }),
  toThisMachine: (address: string): Localised => ({
    en: `The address leads on to ${address}, which is on this machine.`,
    zh: `该地址跳转到本机的 ${address}。`,
  }),
  tooManyRedirects: (host: string): Localised => ({
    en: `${host} leads on again and again.`,
    zh: `${host} 反复跳转。`,
  }),
  noHost: (host: string): Localised => ({
    en: `The name ${host} could not be looked up: there is no network, or there is no such host.`,
    zh: `无法解析 ${host}：没有网络，或没有此主机。`,
  }),
  noNetwork: (host: string): Localised => ({
    en: `${host} can't be reached: there is no network, or it lets no connection through.`,
    zh: `无法连接 ${host}：没有网络，或网络不允许连接。`,
  }),
  certificate: (host: string): Localised => ({
    en: `${host} could not prove that it is itself: its certificate is not valid here.`,
    zh: `${host} 的证书在此处无效，无法确认其身份。`,
  }),
  noAnswer: (host: string, seconds: string): Localised => ({
    en: `${host} did not answer within ${seconds} seconds.`,
    zh: `${host} 在 ${seconds} 秒内没有应答。`,
  }),
  stalled: (host: string, seconds: string): Localised => ({
    en: `${host} sent nothing more for ${seconds} seconds.`,
    zh: `${host} 已 ${seconds} 秒没有继续发送。`,
  }),
  cut: (host: string): Localised => ({
    en: `The connection to ${host} was cut before the whole file had come.`,
    zh: `文件传完之前，与 ${host} 的连接中断了。`,
  }),
  notFound: (host: string): Localised => ({
    en: `${host} has no such file (any more): it answered 404.`,
    zh: `${host} 上没有（或已不再有）此文件：返回 404。`,
  }),
  forbidden: (host: string, status: string): Localised => ({
    en: `${host} does not give the file to this command: it answered ${status}.`,
    zh: `${host} 不向本命令提供此文件：返回 ${status}。`,
  }),
  answered: (host: string, status: string): Localised => ({
    en: `${host} answered ${status} in place of the file.`,
    zh: `${host} 没有给出文件，而是返回 ${status}。`,
  }),
  webPage: (host: string): Localised => ({
    en: `${host} sent a web page in place of the file, such as a page to log in.`,
    zh: `${host} 给出的是网页而不是文件，可能是登录页。`,
  }),
  empty: (host: string): Localised => ({
    en: `${host} sent an empty file.`,
    zh: `${host} 给出的是空文件。`,
  }),
  tooLarge: (host: string, most: string): Localised => ({
    en: `What ${host} sends is larger than ${most}, the most that is taken.`,
    zh: `${host} 发送的内容超过上限 ${most}。`,
  }),
  sumDiffers: (wanted: string, found: string): Localised => ({
    en: `The file is not the one that was expected: its SHA-256 is ${found}, not ${wanted}. If its publisher replaced it and you trust it, add --sha256 ${found}.`,
    zh: `文件与预期不符：SHA-256 为 ${found}，应为 ${wanted}。如确知发布者已更换文件并信任它，请加 --sha256 ${found}。`,
  }),
  fileThere: (file: string): Localised => ({
    en: `There is a file “${file}” already, and it is not written over.`,
    zh: `已有文件“${file}”，不会覆盖。`,
  }),
  noFile: (file: string): Localised => ({
    en: `There is no file “${file}”.`,
    zh: `没有文件“${file}”。`,
  }),
  notWritten: (file: string, why: string): Localised => ({
    en: `“${file}” can't be written (${why}).`,
    zh: `无法写入“${file}”（${why}）。`,
  }),
  byHand: (reason: Localised, address: string, command: string): Localised => ({
    en: `${reason.en}\nYou can fetch the file by hand from ${address} and import it with: ${command}`,
    zh: `${reason.zh}\n可自行从 ${address} 下载，再用此命令导入：${command}`,
  }),
  usage: (reason: string, usage: string): Localised => ({
    en: `${reason}\n${usage}`,
    zh: `${reason}\n${usage}`,
  }),
  notAgreed: {
    en: 'Nothing was fetched. With --yes it is fetched without a question.',
    zh: '未下载任何内容。加 --yes 则不再询问。',
  },
} as const;
