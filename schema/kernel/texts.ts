import type { Locale } from './actor.js';
import { isCalendarDate } from './calendar.js';
import type { Problem } from './problem.js';

/** A message in both languages; `{name}` is replaced by the problem's parameter of that name. */
export type Text = Readonly<Record<Locale, string>>;

/** Where a constraint of the database shows itself: the same code and path as the check that foresaw it. */
export interface ConstraintProblem {
  readonly code: string;
  readonly path: readonly string[];
}

const texts = new Map<string, Text>();
const constraints = new Map<string, ConstraintProblem>();

/** Codes of problems that any concept can have, and the refusals of the kernel itself. */
const kernelTexts = {
  NOT_FOUND: {
    id: 'Data ini tidak ada, atau berada di luar wilayah Anda.',
    en: 'This record does not exist, or lies outside your region.',
  },
  STALE_VERSION: {
    id: 'Data ini sudah diubah orang lain (versi {actual}, Anda membuka versi {expected}). Belum ada yang disimpan: lihat apa yang berubah, lalu simpan lagi.',
    en: 'Someone else has changed this record (version {actual}, you opened version {expected}). Nothing was saved: see what has changed, then save again.',
  },
  VALUE_MISSING: { id: 'Isian ini wajib diisi.', en: 'This field is required.' },
  VALUE_TOO_LONG: {
    id: 'Isian ini {length} karakter; paling panjang {limit}. Persingkat isinya.',
    en: 'This value has {length} characters; the limit is {limit}. Shorten it.',
  },
  VALUE_TOO_MANY: {
    id: 'Terlalu banyak: {count}; paling banyak {limit}.',
    en: 'Too many: {count}; the limit is {limit}.',
  },
  VALUE_INVALID: {
    id: 'Isian ini tidak berlaku: {value}. Pilih salah satu nilai yang tersedia.',
    en: 'This value is not valid: {value}. Choose one of the values offered.',
  },
  VALUE_TAKEN: { id: 'Nilai ini sudah dipakai data lain.', en: 'Another record already has this value.' },
  VALUE_IN_USE: {
    id: 'Data ini masih dipakai data lain, sehingga tidak dapat dihapus.',
    en: 'Other records still use this one, so it cannot be removed.',
  },
  NUMBER_INVALID: {
    id: 'Isian ini harus bilangan bulat tanpa titik, koma, atau satuan, misalnya 1500; yang diterima: {value}.',
    en: 'This must be a whole number without points, commas or units, for instance 1500; received: {value}.',
  },
  NUMBER_OUT_OF_RANGE: {
    id: 'Bilangan {value} di luar batas {minimum} sampai {maximum}.',
    en: 'The number {value} lies outside {minimum} to {maximum}.',
  },
  DATE_INVALID: {
    id: 'Tanggal "{value}" tidak ada. Tulis sebagai TTTT-BB-HH, misalnya 2024-01-24.',
    en: 'The date "{value}" does not exist. Write it as YYYY-MM-DD, for instance 2024-01-24.',
  },
  TEXT_UNREADABLE: {
    id: 'Isian ini memuat karakter yang tidak dapat disimpan (NUL atau Unicode rusak). Ketik ulang isinya.',
    en: 'This value contains characters that cannot be stored (NUL or broken Unicode). Type it again.',
  },
  REFERENCE_NOT_FOUND: {
    id: 'Data yang ditunjuk tidak ditemukan. Pilih lagi dari daftar.',
    en: 'The record referred to was not found. Choose it again from the list.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    id: 'Kunci pengulangan ini sudah dipakai untuk isi yang lain. Muat ulang formulir, lalu simpan lagi.',
    en: 'This idempotency key was already used for other content. Reload the form and save again.',
  },
  RULE_BROKEN: {
    id: 'Perubahan ini melanggar aturan "{constraint}" di basis data, sehingga tidak disimpan.',
    en: 'This change breaks the rule "{constraint}" of the database, so it was not saved.',
  },
  OUTSIDE_REGION: {
    id: 'Wilayah ini di luar kewenangan Anda. Pilih wilayah Anda sendiri.',
    en: 'This region lies outside your authority. Choose a region of your own.',
  },
  UNAUTHENTICATED: { id: 'Masuk terlebih dahulu untuk melanjutkan.', en: 'Sign in to continue.' },
  FORBIDDEN: {
    id: 'Peran Anda tidak mengizinkan tindakan ini. Mintalah yang berwenang melakukannya, atau mintalah haknya kepada pengelola akun.',
    en: 'Your role does not allow this. Ask somebody who may, or ask the keeper of accounts for the right.',
  },
  TOKEN_READS_ONLY: {
    id: 'Token ini hanya untuk membaca. Buat token dengan hak menulis.',
    en: 'This token only reads. Create a token that may write.',
  },
  BAD_USER_INPUT: { id: 'Permintaan tidak dapat dibaca.', en: 'The request could not be read.' },
  CURSOR_INVALID: {
    id: 'Penanda halaman `after` bukan milik daftar dan urutan ini. Mulai lagi tanpa `after`.',
    en: 'The cursor `after` does not belong to this list and order. Start again without `after`.',
  },
  PAGE_SIZE_INVALID: {
    id: '`first` harus antara 1 dan {limit}; yang diterima {value}.',
    en: '`first` must be between 1 and {limit}; received {value}.',
  },
  SEARCH_TOO_SHORT: {
    id: 'Kata pencarian paling sedikit {limit} huruf.',
    en: 'A search needs at least {limit} characters.',
  },
  RANGE_REVERSED: {
    id: '`{name}` sesudah `{last}`: tidak ada yang cocok. Tukar keduanya.',
    en: '`{name}` is after `{last}`: nothing can match. Swap them.',
  },
  TOO_MANY_REQUESTS: {
    id: 'Terlalu banyak permintaan. Coba lagi dalam {seconds} detik.',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  SERVICE_UNAVAILABLE: {
    id: 'Basis data sedang tidak dapat dihubungi. Coba lagi sebentar lagi; jika baru menyimpan sesuatu, periksa dulu apakah sudah tersimpan.',
    en: 'The database cannot be reached right now. Try again shortly; if you were saving something, check first whether it was saved.',
  },
  STATEMENT_TOO_SLOW: {
    id: 'Permintaan ini terlalu lama dikerjakan, sehingga dihentikan. Persempit pencarian atau minta lebih sedikit.',
    en: 'This request took too long and was stopped. Narrow the search or ask for less.',
  },
  RECORD_BUSY: {
    id: 'Data ini sedang diubah orang lain; perubahan Anda tidak disimpan. Coba lagi sebentar lagi.',
    en: 'Someone else is changing this record; your change was not saved. Try again shortly.',
  },
  OVERLOADED: {
    id: 'Sistem sedang sibuk; permintaan ini belum dikerjakan. Coba lagi dalam beberapa detik.',
    en: 'The system is busy; this request was not worked on. Try again in a few seconds.',
  },
  INTERNAL_SERVER_ERROR: {
    id: 'Terjadi kesalahan di pihak kami; tidak ada yang disimpan. Sebutkan nomor {requestId} kepada pengelola.',
    en: 'Something went wrong on our side; nothing was saved. Give the number {requestId} to the operators.',
  },
} as const satisfies Record<string, Text>;

/** Codes that every error enum of a concept contains beside its own. */
export const kernelCodes = Object.keys(kernelTexts);

/** Adds a concept's texts, and tells which constraint of the database means which of its problems. */
export function registerProblems<Code extends string>(definition: {
  readonly texts: Readonly<Record<Code, Text>>;
  readonly constraints: Readonly<
    Record<
      string,
      { readonly code: NoInfer<Code> | keyof typeof kernelTexts; readonly path: readonly string[] }
    >
  >;
}): readonly Code[] {
  for (const [code, text] of Object.entries(definition.texts)) texts.set(code, text as Text);
  for (const [name, found] of Object.entries(definition.constraints)) constraints.set(name, found);
  return Object.keys(definition.texts) as Code[];
}

registerProblems({ texts: kernelTexts, constraints: {} });

export function constraintProblem(name: string): ConstraintProblem | null {
  return constraints.get(name) ?? null;
}

/** Names of all constraints that have a message; a contract test holds them against the database. */
export function knownConstraints(): readonly string[] {
  return [...constraints.keys()];
}

/**
 * Message of `code` in the reader's language; dates among the parameters are written out. A constraint of the database
 * knows no parameters: their places show an ellipsis.
 */
export function messageOf(code: string, params: Problem['params'], locale: Locale): string {
  const template = texts.get(code)?.[locale] ?? code;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return value === undefined ? '…' : readable(value, locale);
  });
}

const longDate = {
  id: new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

function readable(value: string | number, locale: Locale): string {
  if (typeof value === 'string' && isCalendarDate(value)) {
    return longDate[locale].format(new Date(`${value}T00:00:00Z`));
  }
  const isLong = typeof value === 'number' && Math.abs(value) >= longNumber;
  return isLong ? value.toLocaleString(locale === 'id' ? 'id-ID' : 'en-GB') : String(value);
}

/** Nobody reads 225001000; years and what is counted in hundreds stay as they are. */
const longNumber = 10_000;
