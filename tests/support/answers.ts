import { unzip } from './archive';

/** Does the same to each of a list, some at a time, and returns the outcomes in its order. */
export async function inTurns<One, Outcome>(
  list: readonly One[],
  work: (one: One) => Promise<Outcome>,
  atOnce = 6,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const rest = list.entries();
  const worker = async () => {
    for (const [index, one] of rest) outcomes[index] = await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}

/**
 * Asks for an address without following it elsewhere. The router's own questions carry a mark in their address; Next
 * sends whoever asks without it there, and so does this.
 */
export async function askAs(url: string, headers: Record<string, string>): Promise<Response> {
  const response = await fetch(url, { redirect: 'manual', headers });
  const next = response.headers.get('location');
  if (!next || !/[?&]_rsc(=|$|&)/.test(next)) return response;
  return fetch(new URL(next, url), { redirect: 'manual', headers });
}

/** All that an answer says, with its headers; an archive is opened, and the names and texts of its files are given. */
export async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const isArchive = bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
  const parts = isArchive
    ? [...(await unzip(bytes))].map(([name, file]) => `${name}\n${file}`)
    : [`${bytes}`];
  return [headers, ...parts].join('\n');
}
