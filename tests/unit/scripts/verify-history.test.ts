import { describe, expect, it } from 'vitest';
import { readVerifyArguments } from '@/scripts/steps/verify-arguments';
import { reportHistory } from '@/scripts/steps/verify-report';

const hash = 'ab'.repeat(32);

describe('the arguments of npm run verify-history', () => {
  it('are read in both ways of writing them', () => {
    expect(readVerifyArguments([])).toEqual({ published: null });
    const published = { seq: 41, hash };
    expect(readVerifyArguments(['--head', `41:${hash}`])).toEqual({ published });
    expect(readVerifyArguments([`--head=41:${hash}`])).toEqual({ published });
  });

  it.each([
    [['--heads', '1'], '“--heads” is not an argument of this command. It knows --head SEQ:HASH only.'],
    [['41'], '“41” is not an argument'],
    [['--head'], '--head must be the number of an entry, a colon and its hash'],
    [['--head='], '--head must be'],
    [['--head', '41'], '“41” is not.'],
    [['--head', `41:${hash}`, 'more'], '“more” is too much'],
    [[`--head=41:${hash}`, '--head'], '“--head” is too much'],
  ])('%j is refused with a sentence that names it', (args, sentence) => {
    expect(() => readVerifyArguments(args)).toThrow(sentence);
  });
});

describe('what npm run verify-history says', () => {
  const head = { seq: 41, hash };
  const whole = { entries: 41, head, fault: null };
  const broken = {
    entries: 41,
    head,
    fault: { seq: 42, subjectId: 'some-id', version: 3, why: 'altered' as const },
  };

  it('is one line where it holds', () => {
    const said = { holds: true, sentences: [`History holds: 41 entries, head 41:${hash}`] };
    expect(reportHistory(whole, null)).toEqual(said);
    expect(reportHistory(whole, { seq: 40, hash, now: 'there' })).toEqual(said);
    expect(reportHistory({ entries: 0, head: null, fault: null }, null).sentences).toEqual([
      'History holds: 0 entries',
    ]);
  });

  it('names the entry that does not fit, and the published one that is not there', () => {
    const found = reportHistory(broken, { seq: 50, hash, now: 'gone' });
    expect(found.holds).toBe(false);
    expect(found.sentences).toEqual([
      `History does not hold at entry 42 (version 3 of some-id): it was altered, for its content does not have its hash. Before it, 41 entries hold, head 41:${hash}.`,
      'History does not hold: entry 50, which was published, is gone.',
    ]);
    expect(reportHistory(whole, { seq: 50, hash, now: 'gone' })).toEqual({
      holds: false,
      sentences: [
        `History does not hold: entry 50, which was published, is gone. There are 41 entries, head 41:${hash}.`,
      ],
    });
    expect(reportHistory(whole, { seq: 40, hash, now: 'another-hash' }).sentences[0]).toContain(
      'entry 40, which was published, has another hash now',
    );
  });
});
