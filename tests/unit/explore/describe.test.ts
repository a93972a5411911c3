import { describe, expect, test } from 'vitest';
import { describeFilters, type Names } from '@/lib/explore/describe';
import { type IncidentFilters, noFilters } from '@/lib/incidents/selection';
import { choice } from '@/lib/url/params';

const names: Names = {
  dataset: (slug) => slug,
  place: (id) => ({ '440800': 'Zhanjiang' })[id] ?? id,
  source: (ref) => ref,
};
const said = (filters: Partial<IncidentFilters>, locale: 'en' | 'zh' = 'en') =>
  describeFilters({ ...noFilters, ...filters }, names, locale);

describe('the filter in words', () => {
  test('says what is kept and what is left out', () => {
    const [phrase] = said({ type: choice(['petition'], ['other', 'strike']) });
    expect(phrase).toMatchObject({ label: 'Type', text: 'Petition, not Other or Strike' });
  });
  test('cuts long lists for pills, but not for sentences', () => {
    const issue = choice(['education', 'environment', 'labour', 'pay', 'wage-arrears']);
    const [english] = said({ issue });
    expect(english?.short).toBe('Education, Environment and 3 more');
    expect(english?.text.split(' or ')).toHaveLength(5);
    expect(said({ issue: choice([], issue.any) })[0]?.short).toBe('not Education, Environment and 3 more');
    expect(said({ issue }, 'zh')[0]?.short).toMatch(/^.+、.+等，另有 3 项$/);
  });
  test('names unknown values plainly, and a place alone', () => {
    expect(said({ place: choice(['@440800', 'unknown']) })[0]?.text).toBe(
      'Zhanjiang only, no place within it or Place not known',
    );
    expect(said({ order: choice([], ['none']) })[0]?.text).toBe('not No directive recorded');
  });
  test('leaves an open end open', () => {
    expect(said({ to: '2021' })[0]?.text).toBe('until 2021');
    expect(said({ to: '2012-Q2' })[0]?.text).toBe('until Jun 2012');
    expect(said({ from: '2012-Q2' }, 'zh')[0]?.text).toMatch(/2012年4月/);
    expect(said({ to: '2019-W09' })[0]?.text).toBe('until 3 Mar 2019');
    expect(said({ from: '2019-02' })[0]?.text).toBe('from Feb 2019');
    expect(said({ from: '2019-02', match: 'certain' })[0]?.text).toBe('from Feb 2019 (certainly within)');
  });
});
