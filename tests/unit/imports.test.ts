import { describe, expect, test } from 'vitest';
import { parseModules, readSources, type Sources } from '@/scripts/imports/modules';
import { findViolations } from '@/scripts/imports/rules';

type Files = Record<string, string>;

const rulesBroken = (files: Files) => {
  const sources: Sources = new Map(Object.entries({ ...legal, ...files }));
  return [...new Set(findViolations(parseModules(sources)).map(({ rule }) => rule))].sort();
};

/** A small product in which everything points the right way, with everything that looks wrong and is not. */
const legal: Files = {
  'app/page.tsx': `import { explore } from '@/lib/explore/explore'; import { Table } from '@/components/incidents/table';
    export default async function Page() { return <Table rows={await explore()} />; }`,
  'app/actions.ts': `'use server'; import { createIncident } from '@/lib/incidents/mutations'; export const create = createIncident;`,
  'components/incidents/table.tsx': `'use client'; import type { Row } from '@/lib/incidents/queries';
    import { fields } from '@/lib/incidents/fields'; import { Card } from '../ui/card'; import './table.css';
    export function Table({ rows }: { rows: Row[] }) { return <Card>{rows.length + fields.length}</Card>; }`,
  'components/ui/card.tsx': `import type { ReactNode } from 'react'; import { label } from '@/lib/i18n/messages';
    export function Card({ children }: { children: ReactNode }) { return <div title={label}>{children}</div>; }`,
  'components/charts/bars.tsx': `import type { Chart } from '@/lib/charts/types'; export const Bars = (chart: Chart) => <p>{chart.n}</p>;`,
  'lib/explore/explore.ts': `import 'server-only'; import { snapshot } from '@/lib/db/query';
    import { listIncidents } from '@/lib/incidents/queries'; import { listDirectives } from '@/lib/directives/queries';
    export const explore = () => snapshot(async () => [...(await listIncidents()), ...(await listDirectives())]);`,
  'lib/incidents/fields.ts': `import { terms } from '@/lib/codebook/vocabularies'; export const fields = terms;`,
  'lib/incidents/where.ts': `import 'server-only'; import { sql } from '@/lib/db/query'; export const where = sql\`true\`;`,
  'lib/incidents/queries.ts': `import 'server-only'; import { sql, type Db } from '@/lib/db/query'; import { where } from './where';
    import { findSource } from '@/lib/sources/queries'; export type Row = { ref: string };
    export const listIncidents = async (): Promise<Row[]> => [{ ref: String(sql) + where + findSource }];`,
  'lib/incidents/mutations.ts': `import 'server-only'; import { prisma } from '@/lib/db/prisma'; export const createIncident = () => prisma();`,
  'lib/directives/queries.ts': `import 'server-only'; export const listDirectives = async () => [];`,
  'lib/sources/queries.ts': `import 'server-only'; import { Prisma } from '@/prisma/generated/client'; export const findSource = Prisma.sql\`\`;`,
  'lib/codebook/vocabularies.ts': `import type { Field } from '@/lib/fields/types'; export const terms: Field[] = [];`,
  'lib/fields/types.ts': `import type { Locale } from '@/lib/i18n/messages'; import type { Name } from '@/lib/codebook/names';
    export type Field = { locale: Locale; vocabulary: Name };`,
  'lib/codebook/names.ts': `export type Name = 'type';`,
  'lib/charts/types.ts': `import type { CivilDate } from '@/lib/dates/civil'; export type Chart = { n: number; day: CivilDate };`,
  'lib/dates/civil.ts': `export type CivilDate = string;`,
  'lib/i18n/messages.ts': `export type Locale = 'en'; export const label = "import { x } from '@/app/page'";`,
  'lib/db/query.ts': `import 'server-only'; import { pool } from './pool'; export type Db = unknown;
    export const sql = (text: TemplateStringsArray) => text; export const snapshot = (f: () => unknown) => f() ?? pool;`,
  'lib/db/pool.ts': `import 'server-only'; import { Pool } from 'pg'; import { env } from '@/lib/env'; export const pool = new Pool(env);`,
  'lib/db/prisma.ts': `import 'server-only'; import { PrismaClient } from '@/prisma/generated/client'; export const prisma = () => new PrismaClient();`,
  'lib/env.ts': `export const env = {};`,
  // Types may go round in a circle: nothing is left of them when the program runs.
  'lib/url/a.ts': `import type { B } from './b'; export type A = { b?: B };`,
  'lib/url/b.ts': `import type { A } from './a'; export type B = { a?: A };`,
  // Words in a comment or a text are no imports.
  'lib/url/c.ts': `// import { explore } from '@/lib/explore/explore'\nexport const c = \`import x from '@/components/ui/card'\`;`,
  'scripts/seed.ts': `import { seed } from '@/prisma/seed/seed'; seed();`,
  'prisma/seed/seed.ts': `import { terms } from '@/lib/codebook/vocabularies'; export const seed = () => terms;`,
  'tests/unit/a.test.ts': `import { fields } from '@/lib/incidents/fields'; import { Pool } from 'pg'; export { fields, Pool };`,
};

const planted: [rule: string, files: Files][] = [
  [
    'no-cycles',
    {
      'lib/url/a.ts': `import { b } from './b'; export const a = () => b;`,
      'lib/url/b.ts': `export { c as b } from './d';`,
      'lib/url/d.ts': `export const c = async () => (await import('./a')).a;`,
    },
  ],
  [
    'lib-knows-no-ui',
    { 'lib/url/a.ts': `import { Card } from '@/components/ui/card'; export const a = Card;` },
  ],
  [
    'lib-knows-no-ui',
    { 'lib/explore/b.ts': `import type { Page } from '../../app/page'; export type A = Page;` },
  ],
  [
    'components-know-no-routes',
    { 'components/ui/a.tsx': `import { create } from '@/app/actions'; export const a = create;` },
  ],
  [
    'components-touch-no-server-code',
    {
      'components/incidents/a.tsx': `import { listIncidents } from '@/lib/incidents/queries'; export const a = listIncidents;`,
    },
  ],
  [
    'components-touch-no-server-code',
    {
      'components/incidents/a.tsx': `export { where } from '@/lib/incidents/record/where';`,
      'lib/incidents/record/where.ts': `import 'server-only'; export const where = 1;`,
    },
  ],
  [
    'parts-know-no-record',
    { 'components/ui/a.tsx': `import type { Row } from '@/lib/incidents/fields'; export type A = Row;` },
  ],
  [
    'parts-know-no-record',
    { 'components/charts/a.tsx': `import { Table } from '../incidents/table'; export const A = Table;` },
  ],
  [
    'records-are-siblings',
    {
      'lib/incidents/a.ts': `import type { D } from '@/lib/directives/types'; export type A = D;`,
      'lib/directives/types.ts': `export type D = 1;`,
    },
  ],
  [
    'kernel-knows-nobody',
    { 'lib/dates/a.ts': `import type { Chart } from '@/lib/charts/types'; export type A = Chart;` },
  ],
  [
    'kernel-knows-nobody',
    { 'lib/errors.ts': `import { fields } from './incidents/fields'; export const a = fields;` },
  ],
  [
    'tools-know-no-reference',
    { 'lib/charts/a.ts': `import { terms } from '@/lib/codebook/vocabularies'; export const a = terms;` },
  ],
  [
    'reference-knows-no-domain',
    { 'lib/places/a.ts': `import { fields } from '@/lib/incidents/fields'; export const a = fields;` },
  ],
  [
    'domain-knows-no-workflow',
    {
      'lib/datasets/a.ts': `import type { E } from '@/lib/explore/view'; export type A = E;`,
      'lib/explore/view.ts': `export type E = 1;`,
    },
  ],
  [
    'routes-never-touch-prisma',
    { 'app/a.ts': `import type { Db } from '@/lib/db/query'; export type A = Db;` },
  ],
  [
    'routes-never-touch-prisma',
    {
      'app/a.ts': `import { PrismaClient } from '@/prisma/generated/client'; export const a = PrismaClient;`,
    },
  ],
  [
    'only-data-files-touch-prisma',
    {
      'lib/incidents/row.ts': `import type { Incident } from '@/prisma/generated/client'; export type A = Incident;`,
    },
  ],
  [
    'product-imports-no-tests',
    { 'lib/url/a.ts': `import { x } from '@/tests/support/x'; export const a = x;` },
  ],
  ['product-imports-no-tests', { 'app/a.ts': `import { x } from '../scripts/seed'; export const a = x;` }],
  ['server-modules-say-so', { 'lib/directives/where.ts': `export const where = 1;` }],
  [
    'server-modules-say-so',
    { 'lib/db/pool.ts': `import { env } from '@/lib/env'; import 'server-only'; export const pool = env;` },
  ],
  [
    'no-unsafe-sql',
    {
      'lib/incidents/queries.ts': `import 'server-only'; export const listIncidents = (db: any) => db.$queryRawUnsafe('SELECT 1');`,
    },
  ],
  [
    'no-unsafe-sql',
    {
      'scripts/a.ts': `export const a = ({ $executeRawUnsafe }: any) => $executeRawUnsafe('DROP TABLE incidents');`,
    },
  ],
  [
    'sql-only-in-data-files',
    { 'lib/explore/a.ts': `import { sql } from '@/lib/db/query'; export const a = sql\`SELECT 1\`;` },
  ],
  [
    'sql-only-in-data-files',
    {
      'lib/explore/a.ts': `import { pool } from '@/lib/db/pool'; export const a = () => pool.query('SELECT 1');`,
    },
  ],
  [
    'sql-only-in-data-files',
    { 'lib/exports/a.ts': `import pg from 'pg'; export const a = new pg.Client();` },
  ],
  [
    'client-reaches-no-server-code',
    {
      'components/incidents/a.tsx': `'use client'; import { b } from './b'; export const a = b;`,
      'components/incidents/b.tsx': `export { c as b } from '@/lib/incidents/format';`,
      'lib/incidents/format.ts': `import { c } from '@/lib/charts/png'; export { c };`,
      'lib/charts/png.ts': `import 'server-only'; export const c = 1;`,
    },
  ],
  ['every-folder-has-a-layer', { 'lib/helpers/a.ts': `export const a = 1;` }],
];

describe('the check of import direction', () => {
  test('leaves alone what is legal, however wrong it looks', () => {
    expect(rulesBroken({})).toEqual([]);
  });

  test.each(planted)('%s is caught (%#)', (rule, files) => {
    expect(rulesBroken(files)).toEqual([rule]);
  });

  test('a client module may call a server action', () => {
    const file = `'use client'; import { create } from '@/lib/incidents/actions'; export const a = create;`;
    const action = `'use server'; import { createIncident } from './mutations'; export const create = createIncident;`;
    expect(rulesBroken({ 'components/incidents/a.tsx': file, 'lib/incidents/actions.ts': action })).toEqual(
      [],
    );
  });

  test('says where and why', () => {
    const sources = new Map([['lib/url/a.ts', `import { x } from '@/lib/charts/x'; export const a = x;`]]);
    expect(findViolations(parseModules(sources))).toEqual([
      { rule: 'kernel-knows-nobody', at: 'lib/url/a.ts', why: 'imports lib/charts/x' },
    ]);
  });
});

describe('the project', () => {
  const modules = parseModules(readSources());

  test('is read whole', () => {
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.reduce((sum, { imports }) => sum + imports.length, 0)).toBeGreaterThan(300);
  });

  test('imports in the right direction', () => {
    expect(findViolations(modules)).toEqual([]);
  });
});
