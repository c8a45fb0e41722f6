import { newId, publicId } from '../../../schema/kernel/identifier.js';
import type { TestApp } from '../app.js';
import { regionKey } from './region.js';

export interface MouBuild {
  readonly region?: string;
  readonly kind?: string;
  readonly title?: string;
  readonly state?: 'DRAFT' | 'LEGAL_REVIEW' | 'SIGNED';
  readonly signedOn?: string | null;
  readonly from?: string | null;
  readonly until?: string | null;
  readonly parent?: string | null;
  readonly predecessor?: string | null;
  readonly parties?: number;
}

/** An agreement of Kota Cilegon unless told otherwise, with two parties; gives its database key. */
export async function aMou({ sql }: TestApp, build: MouBuild = {}): Promise<string> {
  const id = newId();
  const { region = '36.72', kind = 'UMBRELLA', title = 'Nota Kesepakatan', state = 'DRAFT' } = build;
  const signedOn =
    build.signedOn === undefined && state === 'SIGNED' ? '2024-01-24' : (build.signedOn ?? null);
  await sql(
    `insert into mou (id, kind, title_as_written, region_id, state, signed_on, effective_from, effective_until, parent_id, predecessor_id)
     values ($1, $2, $3, $4, 'DRAFT', $5, $6, $7, $8, $9)`,
    [
      id,
      kind,
      title,
      regionKey(region),
      signedOn,
      build.from ?? null,
      build.until ?? null,
      build.parent ?? null,
      build.predecessor ?? null,
    ],
  );
  for (let position = 1; position <= (build.parties ?? 2); position += 1) {
    await sql(
      "insert into mou_party (id, mou_id, position, kind, other_name) values ($1, $2, $3, 'OTHER', $4)",
      [newId(), id, position, `Pihak ${position}`],
    );
  }
  if (state !== 'DRAFT') await sql("update mou set state = 'LEGAL_REVIEW' where id = $1", [id]);
  if (state === 'SIGNED') await sql("update mou set state = 'SIGNED' where id = $1", [id]);
  return id;
}

export function mouId(key: string): string {
  return publicId('mou', key);
}
