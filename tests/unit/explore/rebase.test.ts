import { describe, expect, test } from 'vitest';
import { rebased } from '@/lib/explore/rebase';

describe('an address made before the last act was answered', () => {
  test.each([
    [
      'a second value of the same field joins the first',
      '?type=strike',
      '',
      '?type=petition',
      '?type=petition~strike',
    ],
    [
      'another field leaves the first alone',
      '?issue=labour',
      '',
      '?type=petition',
      '?type=petition&issue=labour',
    ],
    [
      'a value that is taken away goes, and the one added meanwhile stays',
      '?type=strike',
      '?type=petition~strike',
      '?type=other~petition~strike',
      '?type=other~strike',
    ],
    ['the later of keeping and leaving out holds', '?type=!strike', '', '?type=strike', '?type=!strike'],
    [
      'a part that is removed goes with what was added to it',
      '',
      '?type=petition',
      '?type=petition&place=440800',
      '?place=440800',
    ],
    ['single values: the later one holds', '?from=2020', '', '?from=2019&to=2019', '?from=2020&to=2019'],
    [
      'two parts switched off quickly are both kept at hand',
      '?issue=labour&off=type%3Dpetition',
      '?type=petition&issue=labour',
      '?type=petition&off=issue%3Dlabour',
      '?off=type%3Dpetition%26issue%3Dlabour',
    ],
    [
      'what leaves a list whose order was changed meanwhile leaves it in the new order',
      '?bars=size~source',
      '?bars=issue~size~source',
      '?bars=issue~source~size',
      '?bars=source~size',
    ],
    [
      'what joins it comes last',
      '?bars=issue~size~form',
      '?bars=issue~size',
      '?bars=size~issue',
      '?bars=size~issue~form',
    ],
    [
      'a column moved right after another was added keeps the added one',
      '?cols=a~c~b',
      '?cols=a~b~c',
      '?cols=a~b~c~d',
      '?cols=a~c~b~d',
    ],
    [
      'the same where the usual columns, which no address names, were shown before',
      '?cols=date~type~title~place~size~orders~offices~source',
      '',
      '?cols=date~title~type~place~size~orders~offices~source~destination',
      '?cols=date~type~title~place~size~orders~offices~source~destination',
    ],
    [
      'what left a list meanwhile does not come back with a new order',
      '?bars=c~a~b',
      '?bars=a~b~c',
      '?bars=a~c',
      '?bars=c~a',
    ],
    [
      'the usual columns that come out of it need no parameter',
      '',
      '?cols=date~title~type~place~size~orders~offices~source~destination',
      '?cols=title~date~type~place~size~orders~offices~source~destination',
      '',
    ],
    ['of two orders the later holds', '?cols=a~c~b', '?cols=a~b~c', '?cols=b~a~c', '?cols=a~c~b'],
    ['parameters of others are left out', '?type=strike', '', '?utm_source=x&page=3', '?type=strike&page=3'],
  ])('%s', (_, query, from, onto, result) => {
    expect(rebased(query, from, onto)).toBe(result);
  });
});
