import { formatHead, type HistoryHead } from '@/lib/audit/head';
import type { HistoryCheck, HistoryFault } from '@/lib/audit/types';

/** An entry that was published, and what became of it. */
export type Published = HistoryHead & { now: 'there' | 'gone' | 'another-hash' };

const reasons: Record<HistoryFault['why'], string> = {
  altered: 'it was altered, for its content does not have its hash',
  missing: 'the entry before it is missing',
  order: 'it was not made to follow the entry before it',
};

/** What is said of a history that was verified: a sentence for each thing that is wrong, or that it holds. */
export function reportHistory(
  check: HistoryCheck,
  published: Published | null,
): { holds: boolean; sentences: string[] } {
  const faults = [...faultOf(check), ...(published ? faultOfPublished(published, check) : [])];
  if (faults.length > 0) return { holds: false, sentences: faults };
  return { holds: true, sentences: [`History holds: ${check.entries} entries${lastOf(check)}`] };
}

const lastOf = ({ head }: HistoryCheck) => (head ? `, head ${formatHead(head)}` : '');

function faultOf(check: HistoryCheck): string[] {
  if (!check.fault) return [];
  const { seq, version, subjectId, why } = check.fault;
  return [
    `History does not hold at entry ${seq} (version ${version} of ${subjectId}): ${reasons[why]}. ` +
      `Before it, ${check.entries} entries hold${lastOf(check)}.`,
  ];
}

function faultOfPublished({ seq, now }: Published, check: HistoryCheck): string[] {
  if (now === 'there') return [];
  const entry = `History does not hold: entry ${seq}, which was published,`;
  if (now === 'another-hash')
    return [
      `${entry} has another hash now. It or an entry before it was altered, and hashes were made anew.`,
    ];
  const left = check.fault ? '' : ` There are ${check.entries} entries${lastOf(check)}.`;
  return [`${entry} is gone.${left}`];
}
