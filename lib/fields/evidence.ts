/** A coded value of a record: null, false and an empty list need no evidence. */
export type CellValue = string | number | boolean | null | readonly unknown[];

type Evidence = { field: string; value: string; followed: boolean };

/**
 * What is missing between the coded values of a record and its claims: every value must have a claim that it
 * follows (one for each value of a list), and a claim that is followed must be about a value of the record.
 * `isField` tells whether a name is a field of the record at all. Null in `values` = no evidence asked for.
 */
export function evidenceProblems(
  values: Readonly<Record<string, CellValue>>,
  claims: readonly Evidence[],
  isField: (name: string) => boolean,
): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = [];
  for (const [field, value] of Object.entries(values)) {
    for (const cell of cells(value)) {
      if (!claims.some((claim) => claim.followed && claim.field === field && claim.value === cell))
        problems.push({ field, message: `has no claim for the value “${cell}”` });
    }
  }
  for (const [index, claim] of claims.entries()) {
    if (!isField(claim.field))
      problems.push({
        field: `claims.${index}.field`,
        message: `“${claim.field}” is not a field of the record`,
      });
    else if (claim.followed && !cells(values[claim.field] ?? null).includes(claim.value))
      problems.push({
        field: `claims.${index}.value`,
        message: `“${claim.value}” is not the coded value of “${claim.field}”, although it is said to be followed`,
      });
  }
  return problems;
}

/** A coded value as the texts that claims write for it. */
function cells(value: CellValue): string[] {
  if (value === null || value === false) return [];
  return typeof value === 'object' ? value.map(String) : [String(value)];
}
