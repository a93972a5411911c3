import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findBelowFloor, findLoosePins, findUnlocked, isBelow, readAudit } from '@/scripts/steps/supply';

const integrity = `sha512-${'A'.repeat(86)}==`;
const lockOf = (packages: Record<string, object>) => ({
  lockfileVersion: 3,
  packages: { '': {}, ...packages },
});

describe('package.json and the lock file', () => {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

  test('are in order here', () => {
    expect(findLoosePins(read('package.json'))).toEqual([]);
    expect(findUnlocked(read('package-lock.json'))).toEqual([]);
    expect(findBelowFloor(read('package-lock.json'))).toEqual([]);
  });

  test.each([
    '^1.0.0',
    '~1.0.0',
    '1.x',
    '*',
    'latest',
    '>=1.0.0',
    '',
    'github:a/b',
    'git+ssh://git@example.org/a.git',
    'https://example.org/a.tgz',
    'file:../a',
    'npm:other@1.0.0',
  ])('“%s” is no exact pin', (version) => {
    expect(findLoosePins({ dependencies: { a: version }, devDependencies: {} })).toHaveLength(1);
    expect(findLoosePins({ dependencies: {}, devDependencies: { a: version } })).toHaveLength(1);
  });

  test.each(['1.2.3', '7.10.0-4.0edf323e', '18.4.0-beta.17'])('“%s” is one', (version) => {
    expect(findLoosePins({ dependencies: { a: version }, devDependencies: {} })).toEqual([]);
  });

  test('an entry needs a SHA-512, and comes from the public registry where it says from where', () => {
    const good = { version: '1.0.0', integrity };
    expect(
      findUnlocked(lockOf({ a: good, b: { ...good, resolved: 'https://registry.npmjs.org/b/-/b.tgz' } })),
    ).toEqual([]);
    for (const bad of [
      { version: '1.0.0' },
      { version: '1.0.0', integrity: 'sha1-AAAA' },
      { ...good, resolved: 'https://registry.npmjs.org.example/b.tgz' },
      { ...good, resolved: 'http://registry.npmjs.org/b.tgz' },
      { ...good, resolved: 'git+ssh://git@example.org/a.git' },
    ])
      expect(findUnlocked(lockOf({ a: bad })), JSON.stringify(bad)).toHaveLength(1);
  });

  test.each([
    ['16.4.6', '16.4.6', false],
    ['16.4.5', '16.4.6', true],
    ['16.10.0', '16.4.6', false],
    ['15.9.9', '16.4.6', true],
    ['17.0.0', '16.4.6', false],
    ['16.4.6-canary.1', '16.4.6', true],
    ['16.4.7-canary.1', '16.4.6', false],
  ])('%s against %s: below is %s', (version, floor, below) => {
    expect(isBelow(version, floor)).toBe(below);
  });

  test('a package that is too old is named, wherever it lies', () => {
    const packages = {
      'node_modules/next': { version: '16.4.5', integrity },
      'node_modules/next/node_modules/nanoid': { version: '3.3.17', integrity },
      'node_modules/prisma/node_modules/mysql2': { version: '3.24.4', integrity },
      'node_modules/not-next': { version: '1.0.0', integrity },
    };
    expect(findBelowFloor(lockOf(packages))).toEqual([
      'next is 16.4.5; holes are known below 16.4.6.',
      'nanoid is 3.3.17; holes are known below 3.3.18.',
    ]);
  });
});

describe('what npm audit prints', () => {
  const report = (severities: Record<string, string>) =>
    JSON.stringify({
      auditReportVersion: 2,
      vulnerabilities: Object.fromEntries(
        Object.entries(severities).map(([name, severity]) => [name, { name, severity, via: [] }]),
      ),
      metadata: {},
    });

  test('is nothing where no package has a hole', () => {
    expect(readAudit(report({}))).toEqual({ ran: true, packages: [] });
  });

  test('names what is high or critical, and nothing below', () => {
    expect(readAudit(report({ b: 'critical', a: 'high', c: 'moderate', d: 'low' }))).toEqual({
      ran: true,
      packages: ['a (high)', 'b (critical)'],
    });
  });

  test.each([
    ['', 'npm printed nothing'],
    ['<html>', 'npm printed no JSON'],
    ['{}', 'npm printed no report'],
    ['null', 'npm printed no report'],
    ['{"auditReportVersion":2}', 'npm printed no report'],
    [
      '{"message":"405 Method Not Allowed - POST https://registry.npmjs.org/","error":{"summary":"","detail":""}}',
      '405 Method Not Allowed - POST https://registry.npmjs.org/',
    ],
    [
      '{"error":{"code":"ENOLOCK","summary":"This command requires a lockfile.\\nmore"}}',
      'This command requires a lockfile.',
    ],
  ])('%j was not asked: %s', (printed, reason) => {
    expect(readAudit(printed)).toEqual({ ran: false, reason });
  });
});
