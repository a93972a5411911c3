import type { FieldProblem } from '@/lib/errors';

/** Why something was not taken; `details` as the address says. */
export type Refusal = { code: string; message: string; fields: FieldProblem[]; details?: object };

/** How a request went: what the server answered, or why not. `offline`: nothing that can be read came back. */
export type Sent<Answer> = { answer: Answer } | { failed: 'offline' | Refusal };

/** Sends JSON to an address of ours. Never throws: a request that fails is an answer too. */
export async function send<Answer = object>(path: string, body: object): Promise<Sent<Answer>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const read = await response.json();
    if (response.ok) return { answer: read as Answer };
    const { code, message, fields, details } = read.error;
    return { failed: { code, message, fields: fields ?? [], details } };
  } catch {
    return { failed: 'offline' };
  }
}
