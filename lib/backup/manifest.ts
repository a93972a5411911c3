import { z } from 'zod';

/** What a backup says of itself: from which schema it was made, what each of its files holds, how its history ends. */
export const manifestShape = z.strictObject({
  backup: z.literal('daybook'),
  version: z.literal(1),
  /** The last migration of the database. */
  schema: z.string(),
  history: z.strictObject({ entries: z.number(), head: z.string().nullable() }),
  files: z.array(
    z.strictObject({ name: z.string(), bytes: z.number(), sha256: z.string(), rows: z.number().nullable() }),
  ),
});

export type BackupManifest = z.infer<typeof manifestShape>;

export const manifestFile = 'manifest.json';
