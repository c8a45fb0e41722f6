/** What an operation may have too much of, as `limits.ts` calls it. */
const measures = {
  fields: 'bidang',
  depth: 'tingkat',
  'depth of introspection': 'tingkat introspeksi',
  aliases: 'alias',
  'root fields': 'bidang akar',
  records: 'data',
};

/** What graphql-js and Apollo say to developers, and how it is said in Indonesian; `$1`, … are what the brackets hold. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^Cannot query field "(.+?)" on type "(.+?)"\./, 'Bidang "$1" tidak ada pada "$2".'],
  [
    /^Field "(.+?)" of type "(.+?)" must have a selection/,
    '"$1" berisi beberapa bidang: sebut yang mana, misalnya $1 { … }.',
  ],
  [/^Field "(.+?)" must not have a selection/, '"$1" adalah satu nilai: hapus { … } di belakangnya.'],
  [/^Unknown argument "(.+?)" on field "(.+?)"\./, 'Argumen "$1" tidak ada pada "$2".'],
  [
    /^Field "(.+?)" argument "(.+?)" of type "(.+?)" is required/,
    'Argumen "$2" pada "$1" wajib diisi, tipenya $3.',
  ],
  [/^Field "(.+?)" of required type "(.+?)" was not provided/, '"$1" wajib diisi, tipenya $2.'],
  [/^Field "(.+?)" is not defined by type "(.+?)"\./, 'Isian "$1" tidak ada pada "$2".'],
  [/^Value "(.+?)" does not exist in "(.+?)" enum\./, '"$1" bukan pilihan dari $2.'],
  [/^Variable "(\$.+?)" is not defined/, 'Variabel "$1" belum dinyatakan di kepala operasi.'],
  [/^Variable "(\$.+?)" is never used/, 'Variabel "$1" tidak dipakai: hapus dari kepala operasi.'],
  [
    /^Variable "(\$.+?)" of required type "(.+?)" was not provided/,
    'Variabel "$1" wajib diberi nilai, tipenya $2.',
  ],
  [
    /^Variable "(\$.+?)" of type "(.+?)" used in position expecting type "(.+?)"/,
    'Variabel "$1" bertipe $2, di sini diperlukan $3.',
  ],
  [/^Variable "(\$.+?)" got invalid value (.+?)[;.]/, 'Nilai $2 tidak cocok untuk variabel "$1".'],
  [/^(\w+): .*?for instance (".+?")/, 'Nilai tidak cocok untuk $1; tulis misalnya $2.'],
  [/^(\w+) cannot represent .+?: (.+)$/, 'Nilai $2 tidak cocok untuk $1.'],
  [/^Unknown type "(.+?)"/, 'Tipe "$1" tidak ada.'],
  [/^Unknown fragment "(.+?)"/, 'Fragmen "$1" tidak ada.'],
  [/^Must provide operation name/, 'Sebut `operationName`: dokumen ini memuat beberapa operasi.'],
  [/^Unknown operation named "(.+?)"/, 'Operasi "$1" tidak ada dalam dokumen.'],
  [/^GraphQL operations must contain/, 'Kirim operasinya sebagai `query`.'],
  ...Object.entries(measures).map(([measure, said]): readonly [RegExp, string] => [
    new RegExp(`^The operation asks for (\\d+) ${measure}; the limit is (\\d+)`),
    `Operasi meminta $1 ${said}; batasnya $2. Minta lebih sedikit, atau bagi menjadi beberapa operasi.`,
  ]),
  [/^Syntax Error: Document contains more th/, 'Operasi terlalu panjang: bagi menjadi beberapa.'],
  [/^Syntax Error: .+ found (.+?)\.$/, 'Operasi tidak dapat dibaca di $1: periksa kurung dan ejaan.'],
  [/^Syntax Error: /, 'Operasi tidak dapat dibaca: periksa kurung dan ejaan.'],
];

const guess = /Did you mean (.+)\?$/;

/** A message may hold a text of the client's of any length: what is beyond is not looked through. */
const mostLookedAt = 1000;

/** The Indonesian sentence with the original behind it, which is what one searches the web for. */
export function inIndonesian(message: string): string {
  const start = message.slice(0, mostLookedAt);
  const [pattern, sentence = ''] = sentences.find(([known]) => known.test(start)) ?? [];
  if (pattern === undefined) return message;
  const said = (pattern.exec(start) ?? []).reduce<string>(
    (text, part, index) => (index === 0 ? text : text.replaceAll(`$${index}`, () => part)),
    sentence,
  );
  const meant = guess.exec(start)?.[1]?.replaceAll(' or ', ' atau ').replace('the enum value ', '');
  return `${said}${meant === undefined ? '' : ` Mungkin maksudnya ${meant}?`} (${message})`;
}
