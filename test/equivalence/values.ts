import {
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Chance } from './chance.js';
import type { Known } from './known.js';

/** What a value is for: the argument's name, and the type of record that `id` and `ids` mean there. */
export interface Purpose {
  readonly name: string;
  readonly kind: string;
}

const texts = [
  'Cilegon',
  'pekerja rentan',
  'a%_b',
  '36',
  'O\'Brien "x" \\ \u0001\u0002',
  '\u{1f600}',
  'setengah \ud800 huruf',
  'nol \u0000',
];
const scalarValues: Readonly<Record<string, readonly unknown[]>> = {
  String: texts,
  Int: [0, 1, 2, 7, 2026, 2025, 30],
  Float: [0.5, 1],
  Boolean: [true, false],
  CalendarDate: ['2026-02-11', '2024-01-24', '2025-12-31', '2027-06-01'],
  DateTime: ['2026-02-11T05:00:00Z', '2025-01-01T00:00:00+07:00'],
  Month: ['2026-01', '2025-12', '2025-01'],
  Rupiah: ['0', '16800', '100000000', '999999999999999999'],
  Decimal: ['0.5', '12'],
  RegionCode: ['36', '36.72', '32.75'],
  Nik: ['3672012201900001'],
};

/** Records whose ids a field of another type asks for. */
const kindOf: Readonly<Record<string, readonly string[]>> = {
  Impact: ['Regulation', 'Mou', 'Office', 'BudgetLine'],
  Reconciliation: ['Program'],
};

/** Values of arguments, as JSON has them. */
export class Values {
  constructor(
    private readonly known: Known,
    private readonly chance: Chance,
  ) {}

  /** A value of this type, null now and then where that is allowed. */
  any(type: GraphQLInputType, purpose: Purpose): unknown {
    if (isNonNullType(type)) return this.present(type.ofType, purpose);
    return this.chance.isOnce(20) ? null : this.present(type, purpose);
  }

  present(type: GraphQLInputType, purpose: Purpose): unknown {
    const { chance } = this;
    if (isNonNullType(type)) return this.present(type.ofType, purpose);
    if (isListType(type))
      return Array.from({ length: chance.upTo(8) === 0 ? 0 : 1 + chance.upTo(3) }, () =>
        this.present(type.ofType, purpose),
      );
    if (isEnumType(type)) return chance.of(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const chosen = fields.filter((one) => isNonNullType(one.type) || chance.isOnce(fields.length / 2));
      return Object.fromEntries(
        chosen.map((one) => [one.name, this.any(one.type, { ...purpose, name: one.name })]),
      );
    }
    const named = getNamedType(type).name;
    if (named === 'ID') return this.#id(purpose);
    if (named === 'String') return this.#text(purpose);
    return chance.of(scalarValues[named] ?? texts);
  }

  #text({ name }: Purpose): string {
    const { chance, known } = this;
    if (name === 'search' || name === 'text') {
      const found = known.text(chance.of(['name', 'displayName', 'title']), chance) ?? '';
      if (chance.isOnce(2) && found.length > 2) return found.slice(0, 3 + chance.upTo(8));
    }
    const text = known.text(name, chance);
    return text !== null && chance.isOnce(2) ? text : chance.of(texts);
  }

  #id({ name, kind }: Purpose): string {
    const { chance, known } = this;
    if (chance.isOnce(20)) return chance.of(['mou_00000000000000000000000000000000', 'bukan-id', '']);
    const owner = name.replace(/Ids?$/, '');
    const wanted =
      name === 'id' || name === 'ids' ? (kindOf[kind] ?? [kind]) : [owner[0]?.toUpperCase() + owner.slice(1)];
    const ids = known.ids.get(chance.of(wanted)) ?? chance.of([...known.ids.values()]);
    return chance.of(ids);
  }
}
