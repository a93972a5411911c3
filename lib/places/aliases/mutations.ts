import 'server-only';
import { actorOf } from '@/lib/auth/authorise';
import type { Viewer } from '@/lib/auth/viewer';
import { type Db, sql } from '@/lib/db/query';
import { transaction } from '@/lib/db/write';
import { noteChange } from '@/lib/edit/mutations';
import { AppError } from '@/lib/errors';
import type { Localised } from '@/lib/i18n/locale';
import { faults } from '@/lib/i18n/messages/faults';
import { recordId } from '@/lib/ids';
import { foldLatin } from '../names';
import { forgetPlaceTree } from '../queries';
import type { AliasInput } from './input';

/** Most other names of one place. */
const most = 100;

type Row = { nameEn: string; nameZh: string; aliases: string[] };

/**
 * Adds another name to a place, or takes one away. The place itself stays locked, so that nobody's name is lost.
 * @throws AppError `not-found` for a place, or a name to take away, that there is not; `invalid` where the place is
 * called so already; `forbidden`.
 */
export async function changeAlias(viewer: Viewer, input: AliasInput): Promise<{ aliases: string[] }> {
  const actor = actorOf(viewer, 'edit');
  const { place, act, alias, reason } = input;
  const changed = await transaction(async (db) => {
    const [row] = await db.query<Row>(sql`SELECT name_en AS "nameEn", name_zh AS "nameZh", aliases
      FROM places WHERE id = ${place} FOR NO KEY UPDATE`);
    if (!row) throw new AppError('not-found', faults.noSuch('place', place));
    const aliases = act === 'add' ? withAlias(row, alias) : withoutAlias(row, alias);
    await db.query(sql`UPDATE places SET aliases = ${aliases}::text[] WHERE id = ${place}`);
    const id = recordId('place', place);
    await noteChange(db, actor, {
      type: 'place',
      id,
      version: await nextVersion(db, id),
      did: act === 'add' ? 'alias-added' : 'alias-removed',
      changes: { aliases: { from: row.aliases, to: aliases } },
      reason,
    });
    return { aliases };
  });
  forgetPlaceTree();
  return changed;
}

function withAlias({ nameEn, nameZh, aliases }: Row, alias: string): string[] {
  const known = [nameEn, nameZh, ...aliases].map(foldLatin);
  if (known.includes(foldLatin(alias))) throw refused(alias, faults.calledSo(alias));
  if (aliases.length >= most) throw refused(alias, faults.mostAliases(most));
  return [...aliases, alias];
}

function withoutAlias({ aliases }: Row, alias: string): string[] {
  if (!aliases.includes(alias)) throw new AppError('not-found', faults.aliasGone(alias));
  return aliases.filter((one) => one !== alias);
}

function refused(value: string, message: Localised): AppError {
  return new AppError('invalid', message, { fields: [{ field: 'alias', value, message }] });
}

/** Places hold no version: the history counts theirs. The first is the one that they came with. */
async function nextVersion(db: Db, id: string): Promise<number> {
  const [last] = await db.query<{ version: number }>(
    sql`SELECT coalesce(max(version), 1) AS version FROM changes WHERE subject_id = ${id}::uuid`,
  );
  return (last?.version ?? 1) + 1;
}
