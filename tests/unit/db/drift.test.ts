import { describe, expect, test } from 'vitest';
import { withoutKnown } from '@/lib/db/drift';

const known = `-- DropIndex
DROP INDEX "incidents_issues_idx";

-- DropIndex
DROP INDEX "places_path_idx";

-- AlterTable
ALTER TABLE "incidents" DROP COLUMN "search_text";

-- CreateIndex
CREATE INDEX "places_path_idx" ON "places"("path" text_pattern_ops);
`;

describe('a script of Prisma without the known drift', () => {
  test('is nothing when it holds nothing else', () => {
    expect(withoutKnown(known)).toBeNull();
    expect(withoutKnown('')).toBeNull();
  });

  test('keeps other statements', () => {
    const other = '-- DropIndex\nDROP INDEX "incidents_ref_idx";\n';
    expect(withoutKnown(`${known}\n${other}`)).toBe(other);
  });

  test.each([
    ['DROP COLUMN "search_text",\nADD COLUMN     "a" TEXT', 'ADD COLUMN     "a" TEXT'],
    ['DROP COLUMN "a",\nDROP COLUMN "search_text"', 'DROP COLUMN "a"'],
    [
      'DROP COLUMN "a",\nDROP COLUMN "search_text",\nADD COLUMN     "b" TEXT',
      'DROP COLUMN "a",\nADD COLUMN     "b" TEXT',
    ],
  ])('takes the known column out of a list of changes', (before, after) => {
    expect(withoutKnown(`-- AlterTable\nALTER TABLE "incidents" ${before};\n`)).toBe(
      `-- AlterTable\nALTER TABLE "incidents" ${after};\n`,
    );
  });

  test('keeps a column of the same name of another table', () => {
    const other = '-- AlterTable\nALTER TABLE "sources" DROP COLUMN "search_text";\n';
    expect(withoutKnown(other)).toBe(other);
  });
});
