import { newId } from '../../schema/kernel/identifier.js';
import type { TestApp } from '../support/app.js';
import { regionKey } from '../support/build/region.js';

export interface Made {
  readonly editionYear?: number;
  readonly level?: 'PROVINCE' | 'NATIONAL';
  readonly category?: string | null;
  readonly givenBy?: string | null;
  readonly ceremonyOn?: string | null;
}

/** A Paritrana Award of the region, made by the owner; gives its key. */
export async function anAward({ sql }: TestApp, region: string, made: Made = {}): Promise<string> {
  const { editionYear = 2023, level = 'PROVINCE', category = null, givenBy = null, ceremonyOn = null } = made;
  const id = newId();
  await sql(
    `insert into award (id, name, edition_year, level, region_id, category, given_by, ceremony_on)
     values ($1, 'Paritrana Award', $2, $3, $4, $5, $6, $7)`,
    [id, editionYear, level, regionKey(region), category, givenBy, ceremonyOn],
  );
  return id;
}

/** An invented official of the government of Banten, made by the owner; gives the key. */
export async function anOfficial({ sql }: TestApp, name: string): Promise<string> {
  const id = newId();
  await sql(
    `insert into official (id, name, post, organisation_kind, region_id) values ($1, $2, 'Sekretaris Daerah', 'REGION_GOVERNMENT', $3)`,
    [id, name, regionKey('36')],
  );
  return id;
}
