import { DatabaseError } from 'pg';
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import { z } from 'zod';
import { toAppError } from '@/lib/db/errors';
import { AppError } from '@/lib/errors';
import { respond } from '@/lib/http/respond';
import type { Locale } from '@/lib/i18n/locale';
import { faults as faultWords } from '@/lib/i18n/messages/faults';

const inEnglish = async () => 'en' as const;

/** What must be in no answer, and what is personal in no line of the log either. */
const [mobile, id, mail] = ['13912345678', '11010519491231002X', 'someone@mail.example.org'];
const secrets = [mobile, id, mail];

const ofDatabase = (code: string, message: string, more: object = {}) =>
  toAppError(
    Object.assign(new DatabaseError(message, message.length, 'error'), { code, severity: 'ERROR', ...more }),
  );

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (thrown) {
    return thrown;
  }
}

/** Faults as code, libraries and the database throw them, with what they say of themselves. */
const faults: [string, unknown][] = [
  [
    'a syntax error in SQL',
    ofDatabase('42601', 'syntax error at or near "SELEC"', { position: '1', routine: 'scanner_yyerror' }),
  ],
  ['a table that is not there', ofDatabase('42P01', 'relation "incidents" does not exist')],
  ['a refused right', ofDatabase('42501', 'permission denied for table accounts')],
  ['a wrong value', ofDatabase('22P02', `invalid input syntax for type uuid: "${mobile}"`)],
  [
    'a broken rule',
    ofDatabase('23514', 'new row violates check constraint "c"', { detail: `Failing row contains (${id}).` }),
  ],
  [
    'a missing row',
    ofDatabase('23503', 'violates foreign key', { detail: `Key (place_id)=(${mail}) is not present.` }),
  ],
  [
    'a trigger that refuses',
    ofDatabase('P0001', `refused ${mobile}`, { where: 'PL/pgSQL function append_changes(jsonb) line 7' }),
  ],
  ['a division by zero', ofDatabase('22012', 'division by zero', { internalQuery: `SELECT '${id}'` })],
  [
    'memory that ran out',
    ofDatabase('53200', 'out of memory', { detail: 'Failed on request of size 8192.' }),
  ],
  ['a lost value', thrownBy(() => (undefined as unknown as { title: string }).title)],
  ['a wrong address', thrownBy(() => new URL(`not an address ${mail}`))],
  ['a text that is no JSON', thrownBy(() => JSON.parse(`{"title": ${mobile}x`))],
  ['a number out of range', thrownBy(() => (1).toFixed(101))],
  [
    'a form that is not as expected',
    thrownBy(() => z.strictObject({ a: z.string() }).parse({ [`${mobile}`]: 1 })),
  ],
  [
    'a file that is not there',
    Object.assign(new Error(`ENOENT: no such file or directory, open '/work/${mail}'`), { code: 'ENOENT' }),
  ],
  [
    'a fault of ours with its cause',
    new AppError('internal', 'Something went wrong on the server. The fault has been logged.', {
      cause: new Error(`"${id}" in /work/main/lib/x.ts`),
    }),
  ],
  ['a text that is thrown', `SELECT * FROM accounts WHERE mail = '${mail}'`],
  ['nothing that is thrown', null],
  ['an object that is thrown', { sql: 'SELECT 1', mobile }],
];

let log: MockInstance<typeof console.error>;
beforeEach(() => {
  log = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => log.mockRestore());

/** All that the log would show of its arguments. */
const logged = async () => {
  const { inspect } = await import('node:util');
  return log.mock.calls
    .flat()
    .map((part) => (typeof part === 'string' ? part : inspect(part, { depth: 9 })))
    .join('\n');
};

describe.each(faults)('%s', (_, fault) => {
  const answer = () =>
    respond(() => {
      throw fault;
    }, inEnglish);

  test('is answered by a sentence that says nothing of it, and the name of the request', async () => {
    const response = await answer();
    expect(response.status).toBe(500);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(await response.json()).toEqual({
      error: {
        code: 'internal',
        message: 'Something went wrong on the server. The fault has been logged.',
        request: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    });
  });

  test('stands in the log under that name, without what is personal', async () => {
    const { error } = await (await answer()).json();
    const lines = await logged();
    expect(log).toHaveBeenCalledOnce();
    expect(lines).toContain(error.request);
    for (const secret of secrets) expect(lines).not.toContain(secret);
  });
});

test('an error of the database keeps what helps to find it', async () => {
  await respond(() => {
    throw ofDatabase('23514', 'x', { table: 'incidents', constraint: 'incidents_dates_order' });
  }, inEnglish);
  const lines = await logged();
  for (const part of ['23514', 'incidents_dates_order', "table: 'incidents'", 'faults.test.ts'])
    expect(lines).toContain(part);
});

test('what is no fault of the server has no name and is not logged', async () => {
  const response = await respond(() => {
    throw new AppError('invalid', 'Say why.', {
      fields: [{ field: 'reason', value: '', message: 'Say why.' }],
    });
  }, inEnglish);
  expect((await response.json()).error).not.toHaveProperty('request');
  expect(log).not.toHaveBeenCalled();
});

test('what queries say is told in the language of the one who asks', async () => {
  const fault = new AppError('invalid', faultWords.sayWhy, {
    fields: [{ field: 'reason', value: '', message: faultWords.sayWhy }],
  });
  const bodyOf = async (locale: Locale) =>
    (
      await respond(
        () => Promise.reject(fault),
        async () => locale,
      )
    ).json();
  const said = (words: string) => ({ message: words, fields: [{ message: words }] });
  expect((await bodyOf('en')).error).toMatchObject(said('Say why.'));
  expect((await bodyOf('zh')).error).toMatchObject(said('请说明理由。'));
});
