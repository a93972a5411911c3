import { z } from 'zod';

/**
 * The settings that come from the environment. `.env.example` explains each. Nothing else in the product
 * reads `process.env` (but for the folder of boundaries in lib/places), so a wrong value is found at the start
 * and named.
 */
const databaseUrl = z
  .string()
  .refine((text) => /^postgres(ql)?:\/\/[^\s]+$/.test(text) && URL.canParse(text), {
    message: 'must be an address such as postgresql://user:password@localhost:5432/daybook',
  });

const origin = z.string().refine((text) => /^https?:\/\/[^\s/]+\/?$/.test(text), {
  message: 'must be an address such as https://daybook.example',
});

/** Whether what stands before the host of an address can be read: marks such as `%` or `@` are written as `%25`, `%40`. */
function isReadable(address: string): boolean {
  try {
    const { username, password } = new URL(address);
    decodeURIComponent(username);
    decodeURIComponent(password);
    return true;
  } catch {
    return false;
  }
}

const smtpUrl = z.string().refine((text) => /^smtps?:\/\/[^\s/?#]+\/?$/.test(text) && isReadable(text), {
  message:
    'must be an address such as smtps://user:password@mail.example:465, with %40 for @ and the like in the password',
});

/** What counts in memory may take, and where it is kept for the next start. */
const columnsSettings = {
  DAYBOOK_COLUMNS_MB: z.coerce
    .number({ message: 'must be a number' })
    .min(0, { message: 'must be at least 0' })
    .max(100_000, { message: 'must be at most 100000' })
    .default(1_000),
  DAYBOOK_COLUMNS_FILE: z.string().optional(),
};

const commandSettings = z.object({
  PORT: z.coerce
    .number({ message: 'must be a number' })
    .int({ message: 'must be a whole number' })
    .min(1, { message: 'must be at least 1' })
    .max(65_535, { message: 'must be at most 65535' })
    .default(3000),
  HOST: z.string().regex(/^\S+$/, { message: 'must be a host name or an address' }).default('127.0.0.1'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  DAYBOOK_DATA_DIR: z.string().default('.data'),
  ...columnsSettings,
  DAYBOOK_PUBLIC_READ: z.enum(['on', 'off'], { message: 'must be on or off' }).optional(),
  DAYBOOK_ORIGIN: origin.optional(),
});

const appSettings = z.object({
  DATABASE_URL: databaseUrl,
  DAYBOOK_ORIGIN: origin.optional(),
  DAYBOOK_PROXIES: z.coerce
    .number({ message: 'must be a number' })
    .int({ message: 'must be a whole number' })
    .min(0, { message: 'must be at least 0' })
    .max(9, { message: 'must be at most 9' })
    .default(0),
  DAYBOOK_LIMITS: z.coerce
    .number({ message: 'must be a number' })
    .min(0, { message: 'must be at least 0' })
    .max(1_000, { message: 'must be at most 1000' })
    .default(1),
  DAYBOOK_SLOW_MS: z.coerce
    .number({ message: 'must be a number' })
    .int({ message: 'must be a whole number' })
    .min(0, { message: 'must be at least 0' })
    .default(1_000),
  ...columnsSettings,
  DAYBOOK_BROWSER_ROWS: z.coerce
    .number({ message: 'must be a number' })
    .int({ message: 'must be a whole number' })
    .min(0, { message: 'must be at least 0' })
    .max(5_000_000, { message: 'must be at most 5000000' })
    .default(500_000),
  DAYBOOK_SECRET: z
    .string()
    .min(32, { message: 'must have at least 32 characters; make one with `openssl rand -base64 48`' })
    .optional(),
  DAYBOOK_PUBLIC_READ: z.enum(['on', 'off'], { message: 'must be on or off' }).optional(),
  DAYBOOK_SMTP_URL: smtpUrl.optional(),
  DAYBOOK_MAIL_FROM: z.email({ message: 'must be a mail address such as daybook@mail.example' }).optional(),
});

/** Settings of the commands (`npm start` …). Without `DATABASE_URL` they start a database of their own. */
export type CommandSettings = z.infer<typeof commandSettings>;

/** Settings of the web app. */
export type AppSettings = Omit<z.infer<typeof appSettings>, 'DAYBOOK_PUBLIC_READ'> & {
  DAYBOOK_PUBLIC_READ: boolean;
};

/** Whether an address is one of this machine only. Pure. */
export const isLocal = (host: string) => /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host);

/**
 * Whether visitors without an account may read what is published: as set, else only while Daybook serves this machine
 * alone. Pure.
 */
export function publicRead({
  HOST,
  DAYBOOK_ORIGIN,
  DAYBOOK_PUBLIC_READ,
}: Pick<CommandSettings, 'HOST' | 'DAYBOOK_ORIGIN' | 'DAYBOOK_PUBLIC_READ'>): 'on' | 'off' {
  if (DAYBOOK_PUBLIC_READ) return DAYBOOK_PUBLIC_READ;
  const local = isLocal(HOST) && (!DAYBOOK_ORIGIN || isLocal(new URL(DAYBOOK_ORIGIN).hostname));
  return local ? 'on' : 'off';
}

/** Reads the settings of the commands; throws one error that lists everything that is wrong. */
export function readCommandSettings(source: Record<string, string | undefined>): CommandSettings {
  return read(commandSettings, source);
}

/** Reads the settings of the web app; throws one error that lists everything that is wrong. */
export function readAppSettings(source: Record<string, string | undefined>): AppSettings {
  const settings = read(appSettings, source);
  const { DAYBOOK_PUBLIC_READ: set, DAYBOOK_ORIGIN: site } = settings;
  // Unsure where it is reached from, Daybook stays closed; the commands say where (`publicRead`).
  const local = site !== undefined && isLocal(new URL(site).hostname);
  return { ...settings, DAYBOOK_PUBLIC_READ: set === undefined ? local : set === 'on' };
}

let settings: AppSettings | undefined;

/** The settings of the web app, read once for each process. */
export function env(): AppSettings {
  settings ??= readAppSettings(process.env);
  return settings;
}

/** An empty value counts as not set, as in a `.env` file with nothing behind the sign. */
function read<Settings>(schema: z.ZodType<Settings>, source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return name in given ? `- ${name} ${issue.message}.` : `- ${name} is not set.`;
  });
  throw new Error(`The settings in the environment are not right:\n${faults.join('\n')}`);
}
