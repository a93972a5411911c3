import { z } from 'zod';
import { roles } from '@/lib/auth/permissions';
import { findPersonalData } from '@/lib/privacy/detect';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const control = /[\u0000-\u001f\u007f-\u009f]/;

/** What is seen of a name; signs without width, or that turn others around, are not. */
const seen = /[\p{L}\p{N}]/u;

/** Longest text of each kind, in characters. */
export const longest = { name: 80, note: 200, address: 254 } as const;

/** Whether a text holds no number or address of a person. A name may well look like one. */
const isWithoutNumbers = (text: string) => !findPersonalData(text).some(({ kind }) => kind !== 'name');

/** A password as typed; whether it is good is asked when one is chosen. */
const password = z.string('passwordMissing').min(1, 'passwordMissing').max(400, 'tooLong');
const code = z.string('codeForm').trim().max(12, 'codeForm').optional();
const login = z
  .string('loginForm')
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, 'loginForm');
const name = z
  .string('nameMissing')
  .trim()
  .min(1, 'nameMissing')
  .max(longest.name, 'nameTooLong')
  .refine((text) => seen.test(text), 'nameMissing')
  .refine((text) => !control.test(text), 'nameForm')
  .refine(isWithoutNumbers, 'namePersonal');
const note = z
  .string('noteForm')
  .trim()
  .max(longest.note, 'noteTooLong')
  .refine((text) => !control.test(text), 'noteForm')
  .nullish()
  .transform((text) => text || null);
/** One address of mail; nothing, or nothing but blanks, is none. */
const sendTo = z
  .string('addressForm')
  .trim()
  .nullish()
  .transform((text) => text || null)
  .pipe(z.email('addressForm').max(longest.address, 'addressForm').nullable());
const role = z.enum(roles, 'roleUnknown');
const id = z.uuid('idForm');
const version = z.int('versionForm').min(1, 'versionForm');
const token = z.string('linkForm').regex(/^[A-Za-z0-9_-]{43}$/, 'linkForm');

/** What each request that changes an account may hold, and nothing else. Messages are keys of `accountMessages.problems`. */
export const accountInputs = {
  /** A login is taken as it is typed: a wrong form is a wrong login, and says no more. */
  signIn: z.strictObject({
    login: z.string('loginMissing').trim().toLowerCase().min(1, 'loginMissing').max(200, 'loginForm'),
    password,
    code,
  }),
  signOut: z.strictObject({}),
  newPassword: z.strictObject({ old: password, password, code }),
  secondFactor: z.discriminatedUnion('step', [
    z.strictObject({ step: z.literal('begin'), password }),
    z.strictObject({ step: z.literal('confirm'), code: z.string('codeForm').trim().max(12, 'codeForm') }),
    z.strictObject({ step: z.literal('remove'), password }),
  ]),
  endSessions: z.strictObject({
    session: z
      .string('idForm')
      .regex(/^[0-9a-f]{64}$/, 'idForm')
      .nullable(),
  }),
  invite: z.strictObject({ role, note, sendTo }),
  callBack: z.strictObject({ link: z.string('idForm').regex(/^[0-9a-f]{64}$/, 'idForm') }),
  passwordLink: z.strictObject({ id, sendTo }),
  change: z.strictObject({
    id,
    version,
    role: role.optional(),
    closed: z.boolean('closedForm').optional(),
    secondFactor: z.literal(false, 'secondFactorForm').optional(),
  }),
  makeAccount: z.strictObject({ token, login, name, password }),
  choosePassword: z.strictObject({ token, password }),
} as const;

export type AccountInput<Kind extends keyof typeof accountInputs> = z.infer<(typeof accountInputs)[Kind]>;
