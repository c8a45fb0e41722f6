import type { TextRow } from './pipelined.js';

// how the rows of the limit's statements become the answers of the workloads

export function mouOf(rows: readonly TextRow[]): object {
  const [first = []] = rows;
  const [id, titleAsWritten, kind, state, on, place, regionId, code, displayName] = first;
  const parties = rows
    .filter((row) => row[9] === '0')
    .map(([, , , , , , , , , , position, partyKind, number, officeId, officeName, level]) => ({
      position: Number(position),
      kind: partyKind,
      number,
      office: officeId ? { id: publicKey('office', officeId), displayName: officeName, level } : null,
    }));
  const programs = rows
    .filter((row) => row[9] === '1')
    .map((row) => ({ id: publicKey('program', row[16]), name: row[17] }));
  const signing = on === null && place === null ? null : { on, place };
  const region = { id: publicKey('region', regionId), code, displayName };
  const facts = { id: publicKey('mou', id), titleAsWritten, kind, state, signing, region };
  return { ...facts, parties, programs: { nodes: programs } };
}

/** Rows of one program follow each other: agreements first, then legal bases. */
export function programsOf(rows: readonly TextRow[]): object {
  const nodes: { mous: object[]; legalBases: object[]; enrollments: object }[] = [];
  const keys: TextRow[] = [];
  for (const [id = '', name, monthFrom = '', heads, regionId, displayName, what, below, title] of rows) {
    if (keys.at(-1)?.[1] !== id) {
      const region = { id: publicKey('region', regionId), displayName };
      const facts = { id: publicKey('program', id), name, region };
      nodes.push({ ...facts, mous: [], legalBases: [], enrollments: { totalCount: Number(heads) } });
      keys.push([monthFrom, id]);
    }
    if (what === '0') nodes.at(-1)?.mous.push({ id: publicKey('mou', below), titleAsWritten: title });
    if (what === '1')
      nodes.at(-1)?.legalBases.push({ id: publicKey('regulation', below), displayTitle: title });
  }
  return pageOf({ nodes, keys, size: 50, order: 'PERIOD_FROM:DESC' });
}

export function coverageOf([region, category, personMonths, contributionRupiah]: TextRow): object {
  const keys = {
    region: { id: publicKey('region', region) },
    category: { id: publicKey('category', category) },
  };
  return { ...keys, personMonths: Number(personMonths), contributionRupiah };
}

/** Rows of one person follow each other, an enrollment each. */
export function peopleOf(rows: readonly TextRow[]): object {
  const nodes: { enrollments: { nodes: object[] } }[] = [];
  const keys: TextRow[] = [];
  for (const [
    id = '',
    name = '',
    regionId,
    region,
    enrollmentId,
    state,
    enteredOn,
    programId,
    program,
  ] of rows) {
    if (keys.at(-1)?.[1] !== id) {
      const place = { id: publicKey('region', regionId), displayName: region };
      const facts = { id: publicKey('beneficiary', id), name, region: place };
      nodes.push({ ...facts, enrollments: { nodes: [] } });
      keys.push([name, id]);
    }
    if (!enrollmentId) continue;
    const paidBy = { id: publicKey('program', programId), name: program };
    const enrollment = { id: publicKey('enrollment', enrollmentId), state, enteredOn, program: paidBy };
    nodes.at(-1)?.enrollments.nodes.push(enrollment);
  }
  return pageOf({ nodes, keys, size: 100, order: 'NAME:ASC' });
}

interface FoundPage {
  readonly nodes: readonly object[];
  readonly keys: readonly TextRow[];
  readonly size: number;
  readonly order: string;
}

/** One record more than the page was asked for tells whether there is a next page. */
function pageOf({ nodes, keys, size, order }: FoundPage): object {
  const last = keys[Math.min(size, keys.length) - 1] ?? [];
  const endCursor = Buffer.from(JSON.stringify([order, ...last])).toString('base64url');
  return { nodes: nodes.slice(0, size), pageInfo: { hasNextPage: nodes.length > size, endCursor } };
}

export function keyOf(id: string): string {
  return id.slice(id.indexOf('_') + 1);
}

export function publicKey(prefix: string, id: string | null | undefined): string {
  return `${prefix}_${(id ?? '').replaceAll('-', '')}`;
}
