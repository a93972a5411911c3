import 'server-only';
import { readInput } from '@/lib/http/input';
import type { Sender } from '@/lib/http/write';
import { editProblems } from '@/lib/i18n/messages/edit-problems';
import { type AliasInput, aliasInput } from './input';
import { changeAlias } from './mutations';

/** Adds another name to a place, or takes one away. */
export async function handleChangeAlias(
  body: unknown,
  { viewer, locale }: Sender,
): Promise<{ aliases: string[] }> {
  return changeAlias(viewer, readInput(aliasInput as never, body, editProblems[locale]) as AliasInput);
}
