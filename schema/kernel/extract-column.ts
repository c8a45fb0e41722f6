import type { NestedValues } from './extract-nested.js';
import type { Mask } from './personal.js';
import type { ValueKind } from './value-kind.js';
import type { Wording } from './worded.js';

/** One column of an extract: where its value lies in the rows of the statement, and what it is. */
export interface ExtractColumn {
  /** Keys of the operation on the way to the value. */
  readonly keys: readonly string[];
  readonly at: number;
  readonly holds:
    | { readonly is: 'value'; readonly kind: ValueKind; readonly personal: PersonalValue | null }
    | { readonly is: 'cursor' }
    | { readonly is: 'worded'; readonly wording: Wording }
    | { readonly is: 'nested'; readonly reader: NestedValues };
}

/** A value about one human, and where its row says whose. */
export interface PersonalValue {
  readonly mask: Mask;
  /** Place of the region's key; null: the value is masked, whoever's it is. */
  readonly regionAt: number | null;
  readonly isNik: boolean;
  /** Place of the key that the NIK is sealed for; null: it is no NIK, or stays masked. */
  readonly nikKeyAt: number | null;
}
