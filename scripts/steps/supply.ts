import { z } from 'zod';

/**
 * What must hold of the packages that the app is made from. Pure: reads nothing, asks nobody.
 */

/**
 * The versions below which holes are known that are high or critical, wherever in the tree a package is; for where the
 * registry can't be asked. Source: the advisories of GitHub that are named behind each.
 */
export const floors: Record<string, string> = {
  next: '16.4.6',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'deepmerge-ts': '8.0.0', // GHSA-ggr8-5vv4-36mx
  'fast-uri': '3.1.6',
  mysql2: '3.23.1', // GHSA-3f6p-5ww8-9rcr, GHSA-rgwj-5xj2-c3m3
  nanoid: '3.3.18', // GHSA-2v37-7h3g-55p8
  nodemailer: '9.1.0', // GHSA-p6gq-j5cr-w38f, GHSA-2x7j-588g-ccc2
  sharp: '0.35.0', // GHSA-f88m-g3jw-g9cj
  valibot: '1.2.0', // GHSA-vqpr-j7v3-hqw9
};

const publicRegistry = 'https://registry.npmjs.org/';
const exact = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const lock = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
    }),
  ),
});

/** Names and versions in package.json that leave open what is installed. */
export function findLoosePins(packageJson: unknown): string[] {
  const { dependencies, devDependencies } = manifest.parse(packageJson);
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !exact.test(version))
    .map(([name, version]) => `${name} is “${version}” in package.json; name one exact version.`);
}

/** Entries of the lock file that do not say what they hold, or come from elsewhere than the public registry. */
export function findUnlocked(lockFile: unknown): string[] {
  return Object.entries(lock.parse(lockFile).packages)
    .filter(([place]) => place !== '')
    .flatMap(([place, { integrity, resolved }]) => [
      ...(integrity?.startsWith('sha512-') ? [] : [`${place} has no SHA-512 in the lock file.`]),
      ...(resolved === undefined || resolved.startsWith(publicRegistry)
        ? []
        : [`${place} comes from ${resolved}, not from ${publicRegistry}.`]),
    ]);
}

/** Packages below the version from which on known holes are closed. */
export function findBelowFloor(lockFile: unknown): string[] {
  return Object.entries(lock.parse(lockFile).packages).flatMap(([place, { version = '0.0.0' }]) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const floor = floors[name];
    return floor && isBelow(version, floor) ? [`${name} is ${version}; holes are known below ${floor}.`] : [];
  });
}

/** Whether a version comes before another; one before its release (`-beta`) comes before that. */
export function isBelow(version: string, floor: string): boolean {
  const [numbers = '', ...before] = version.split('-');
  const [ours, theirs] = [numbers, floor].map((text) => text.split('.').map(Number));
  for (const [index, least] of (theirs ?? []).entries()) {
    const own = ours?.[index] ?? 0;
    if (own !== least) return own < least;
  }
  return before.length > 0;
}

/** What `npm audit --json` found out: packages with holes that are high or critical, or why nothing was asked. */
export type Advisories = { ran: true; packages: string[] } | { ran: false; reason: string };

const report = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
});
const refusal = z.object({
  message: z.string().optional(),
  error: z.object({ summary: z.string().nullish(), code: z.string().nullish() }).optional(),
});

/** Reads what `npm audit --json` printed. Whatever is no whole report means that nothing was asked. */
export function readAudit(printed: string): Advisories {
  const notRun = (reason: string): Advisories => ({ ran: false, reason });
  let answer: unknown;
  try {
    answer = JSON.parse(printed);
  } catch {
    return notRun(printed.trim() === '' ? 'npm printed nothing' : 'npm printed no JSON');
  }
  const found = report.safeParse(answer);
  if (found.success) {
    const bad = Object.entries(found.data.vulnerabilities).filter(([, { severity }]) =>
      ['high', 'critical'].includes(severity),
    );
    return { ran: true, packages: bad.map(([name, { severity }]) => `${name} (${severity})`).sort() };
  }
  const { data } = refusal.safeParse(answer);
  const reason = data?.message || data?.error?.summary || data?.error?.code;
  return notRun(reason ? (reason.split('\n')[0] ?? '').slice(0, 200) : 'npm printed no report');
}
