import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { directiveFields } from '@/lib/directives/fields';
import { incidentFields } from '@/lib/incidents/fields';
import { sourceFields } from '@/lib/sources/fields';

type Member = { name: string; type: string; commented: boolean };
type Model = { name: string; commented: boolean; members: Member[] };

const models = readModels(readFileSync('prisma/schema.prisma', 'utf8'));
const modelNames = new Set(models.map((model) => model.name));

/** Names of the columns of a model: its members that are no relations. */
function columnsOf(name: string): string[] {
  const members = models.find((model) => model.name === name)?.members ?? [];
  return members
    .filter((member) => !modelNames.has(member.type.replace(/[?[\]]/g, '')))
    .map((member) => member.name);
}

/** Columns that no reader sees under their own name. */
const internal = {
  Incident: ['id', 'datasetId', 'importBatchId', 'importRow', 'extra', 'authorId', 'createdAt', 'updatedAt'],
  Directive: ['id', 'datasetId', 'authorId', 'createdAt', 'updatedAt'],
  Source: ['id', 'version', 'createdAt'],
};

describe('prisma/schema.prisma', () => {
  it('was read', () => {
    expect(models.length).toBeGreaterThan(12);
    expect(columnsOf('Incident')).toContain('startsOn');
    expect(columnsOf('Incident')).not.toContain('dataset');
  });

  it('explains every model and every field', () => {
    const silent = models.flatMap((model) => [
      ...(model.commented ? [] : [model.name]),
      ...model.members.filter((member) => !member.commented).map((member) => `${model.name}.${member.name}`),
    ]);
    expect(silent).toEqual([]);
  });

  it.each([
    ['Incident', incidentFields],
    ['Directive', directiveFields],
    ['Source', sourceFields],
  ] as const)('has every column of %s in its dictionary or among the internal ones', (name, fields) => {
    const known = new Set<string>([...fields.map((field) => field.key), ...internal[name]]);
    expect(columnsOf(name).filter((column) => !known.has(column))).toEqual([]);
    for (const column of internal[name]) expect(columnsOf(name)).toContain(column);
  });
});

function readModels(text: string): Model[] {
  const found: Model[] = [];
  let model: Model | null = null;
  let commented = false;
  for (const line of text.split('\n').map((one) => one.trim())) {
    const opening = /^model (\w+) \{$/.exec(line);
    const member = /^(\w+)\s+(\w+(?:\[\]|\?)?)/.exec(line);
    if (opening) {
      model = { name: opening[1] ?? '', commented, members: [] };
      found.push(model);
    } else if (line === '}') model = null;
    else if (model && member && !line.startsWith('//') && !line.startsWith('@@'))
      model.members.push({ name: member[1] ?? '', type: member[2] ?? '', commented });
    commented = line.startsWith('///');
  }
  return found;
}
