import { createHash } from 'node:crypto';

/** A person who does not exist, with a NIK of a district that does not exist. */
export interface SyntheticPerson {
  readonly key: string;
  readonly nik: string;
  readonly name: string;
  readonly sex: 'FEMALE' | 'MALE';
  readonly birthDate: string;
  readonly decile: number | null;
}

export interface PeopleWish {
  readonly key: string;
  /** "36.72": the first four digits of the NIK. */
  readonly regionCode: string;
  readonly size: number;
  /** Day on which everybody is between 20 and 64 years old. */
  readonly enteredOn: string;
  /** How many of the first are born so that they turn 65 within a year after that day. */
  readonly turning65: number;
  readonly highestDecile: number | null;
}

const women = [
  'Aisyah',
  'Siti',
  'Nur',
  'Dewi',
  'Sri',
  'Rohmah',
  'Mulyani',
  'Yuliana',
  'Fitri',
  'Ratna',
  'Halimah',
  'Sumiyati',
  'Eneng',
  'Lilis',
  'Wati',
  'Tuti',
];
const men = [
  'Ahmad',
  'Muhamad',
  'Asep',
  'Dedi',
  'Ujang',
  'Sarmili',
  'Jajang',
  'Budi',
  'Hasan',
  'Rahmat',
  'Supriyadi',
  'Saepudin',
  'Mahfud',
  'Agus',
  'Samsul',
  'Yanto',
];
const second = [
  'Hidayat',
  'Jayawikarta',
  'Permana',
  'Sutisna',
  'Maulana',
  'Kurniasih',
  'Saputra',
  'Nurhayati',
  'Wijaya',
  'Suhendar',
  'Fauzi',
  'Komariah',
  'Ramdani',
  'Setiawan',
  'Handayani',
  'Basri',
  'Zainudin',
  'Marlina',
  'Suryana',
  'Kartika',
];
const third = ['', '', '', ' Rahayu', ' Syarif', ' Utama', ' Lestari', ' Hamid'];

/** Districts from 99 down: no regency has as many. */
const inventedDistrict = 99;
const serials = 9999;
const day = 86_400_000;

/** The same people at every call, whatever the machine. */
export function syntheticPeople(wish: PeopleWish): SyntheticPerson[] {
  const random = randomOf(wish.key);
  return Array.from({ length: wish.size }, (_, index) => personOf(wish, index, random));
}

function personOf(wish: PeopleWish, index: number, random: () => number): SyntheticPerson {
  const sex = random() < 0.38 ? 'FEMALE' : 'MALE';
  const birthDate = birthDateOf(wish, index, random);
  const name = `${pick(sex === 'FEMALE' ? women : men, random)} ${pick(second, random)}${pick(third, random)}`;
  const decile =
    random() < 0.85 || wish.highestDecile !== null
      ? 1 + Math.floor(random() * (wish.highestDecile ?? 6))
      : null;
  return {
    key: `${wish.key}:${index}`,
    nik: nikOf({ wish, index, sex, birthDate }),
    name,
    sex,
    birthDate,
    decile,
  };
}

/** Ages as in a working population; the first of the roster turn 65 within the year after entry. */
function birthDateOf({ enteredOn, turning65 }: PeopleWish, index: number, random: () => number): string {
  const entry = Date.parse(`${enteredOn}T00:00:00Z`);
  if (index < turning65) {
    const turn = new Date(entry + (1 + Math.floor(random() * 350)) * day);
    return `${turn.getUTCFullYear() - 65}${turn.toISOString().slice(4, 10)}`.replace('-02-29', '-02-28');
  }
  const age = 20 + (random() + random()) * 21.5;
  return new Date(entry - age * 365.25 * day).toISOString().slice(0, 10);
}

function nikOf({
  wish,
  index,
  sex,
  birthDate,
}: {
  wish: PeopleWish;
  index: number;
  sex: string;
  birthDate: string;
}): string {
  const district = inventedDistrict - Math.floor(index / serials);
  const dayOfBirth = Number(birthDate.slice(8, 10)) + (sex === 'FEMALE' ? 40 : 0);
  const born = `${String(dayOfBirth).padStart(2, '0')}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`;
  return `${wish.regionCode.replace('.', '')}${district}${born}${String((index % serials) + 1).padStart(4, '0')}`;
}

function pick(list: readonly string[], random: () => number): string {
  return list[Math.floor(random() * list.length)] ?? '';
}

/** mulberry32, begun from the key: small, and the same everywhere. */
function randomOf(key: string): () => number {
  let state = createHash('sha256').update(key).digest().readUInt32LE();
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
