import { registerProblems } from '../kernel/texts.js';

export const sqlQueryCodes = registerProblems({
  texts: {
    SQL_SYNTAX: {
      id: 'SQL tidak dapat dibaca: {detail}. Periksa ejaan dan tanda kurung di sekitar tanda.',
      en: 'The SQL cannot be read: {detail}. Check spelling and brackets around the mark.',
    },
    SQL_SYNTAX_OTHERWISE: {
      id: 'SQL tidak dapat dibaca: {detail}. Di PostgreSQL ditulis {instead}.',
      en: 'The SQL cannot be read: {detail}. PostgreSQL has it as {instead}.',
    },
    SQL_ONE_STATEMENT: {
      id: 'Kirim satu pernyataan saja, tanpa pernyataan lain setelah titik koma. Gabungkan dengan WITH bila perlu.',
      en: 'Send one statement only, with nothing after the semicolon. Combine steps by WITH where needed.',
    },
    SQL_ONLY_READS: {
      id: 'Konsol hanya membaca; {statement} tidak dapat dijalankan. Mulai dengan SELECT, WITH, atau VALUES; data diubah melalui panel.',
      en: 'The console only reads; {statement} cannot be run. Begin with SELECT, WITH or VALUES; data are changed in the panel.',
    },
    SQL_NO_EXPLAIN: {
      id: 'EXPLAIN tidak dijalankan di sini: perkiraan beban ada di bawah penyunting (POST /sql/estimate). Rencana lengkap: EXPLAIN dengan login SQL sendiri.',
      en: 'EXPLAIN does not run here: the estimated cost stands below the editor (POST /sql/estimate). For the whole plan use EXPLAIN on a login of your own.',
    },
    SQL_TOO_DEEP: {
      id: 'Pernyataan ini bersarang terlalu dalam. Pecah dengan WITH.',
      en: 'This statement is nested too deeply. Take it apart by WITH.',
    },
    SQL_RELATION: {
      id: '{name} tidak ada di sini. Yang dapat dibaca hanya tampilan di skema analytics; coba {instead}.',
      en: '{name} does not exist here. Only the views of schema analytics can be read; try {instead}.',
    },
    SQL_COLUMN: {
      id: 'Kolom {name} tidak ada di tampilan mana pun. Lihat daftar kolom di samping.',
      en: 'No view has the column {name}. See the list of columns beside the editor.',
    },
    SQL_FUNCTION: {
      id: 'Fungsi {name} tidak diizinkan. Yang diizinkan: fungsi hitung, teks, tanggal, agregat, dan jendela; identitas dan wilayah Anda sudah berlaku dengan sendirinya.',
      en: 'The function {name} is not allowed. Allowed are functions of numbers, texts, dates, aggregates and windows; your identity and regions apply by themselves.',
    },
    SQL_LENGTH: {
      id: 'Panjang pada {name} harus tertulis sebagai bilangan sampai {limit}.',
      en: 'The length in {name} has to be a written number up to {limit}.',
    },
    SQL_OPERATOR: {
      id: 'Operator {name} tidak diizinkan. Pakai operator hitung, banding, teks, atau larik yang biasa.',
      en: 'The operator {name} is not allowed. Use the usual operators of numbers, comparisons, texts or arrays.',
    },
    SQL_TYPE: {
      id: 'Tipe {name} tidak diizinkan. Pakai integer, numeric, text, date, timestamp, interval, boolean, atau uuid.',
      en: 'The type {name} is not allowed. Use integer, numeric, text, date, timestamp, interval, boolean or uuid.',
    },
    SQL_CONSTRUCT: {
      id: '{name} tidak diizinkan di konsol. Tulis dengan SELECT, JOIN, WHERE, GROUP BY, jendela, atau WITH.',
      en: '{name} is not allowed in the console. Write it with SELECT, JOIN, WHERE, GROUP BY, windows or WITH.',
    },
    SQL_WRITTEN_OTHERWISE: {
      id: '{name} tidak diizinkan di konsol. Tulis misalnya {instead}.',
      en: '{name} is not allowed in the console. Write for instance {instead}.',
    },
    SQL_PARAMETER: {
      id: 'Parameter ke-{number} tidak diberi nilai; ada {count} nilai. Isi nilainya, mulai dari $1.',
      en: 'Parameter number {number} has no value; {count} were given. Give it a value, beginning with $1.',
    },
    SQL_TOO_COSTLY: {
      id: 'Perkiraan beban {cost}, batasnya {limit}. Saring dengan WHERE, kurangi gabungan tabel, atau pakai tampilan yang sudah dijumlahkan (people_counts, program_years).',
      en: 'The estimated cost is {cost}, the limit {limit}. Filter by WHERE, join less, or use a view that is summed up already (people_counts, program_years).',
    },
    SQL_TOO_SLOW: {
      id: 'Dihentikan setelah {seconds} detik. Persempit dengan WHERE atau gabungkan lebih sedikit tampilan.',
      en: 'Stopped after {seconds} seconds. Narrow it by WHERE, or join fewer views.',
    },
    SQL_TOO_MUCH_KEPT: {
      id: 'Untuk mengurutkan atau mengumpulkan sebanyak itu, PostgreSQL perlu lebih dari 256 MB berkas sementara. Saring dengan WHERE, gabungkan lebih sedikit tampilan, atau jumlahkan dahulu dengan GROUP BY.',
      en: 'To sort or collect that much PostgreSQL needs more than 256 MB of temporary files. Filter by WHERE, join fewer views, or sum up by GROUP BY first.',
    },
    SQL_TOO_LARGE: {
      id: 'Jawaban lebih dari {limit} MB. Pilih lebih sedikit kolom atau jumlahkan dengan GROUP BY.',
      en: 'The answer is larger than {limit} MB. Choose fewer columns, or sum up by GROUP BY.',
    },
    SQL_GIVEN_UP: {
      id: 'Dihentikan atas permintaan Anda; tidak ada jawaban.',
      en: 'Stopped because you asked for it; there is no answer.',
    },
    SQL_VALUE_UNFIT: {
      id: 'Nilai ke-{number} tidak dapat dibaca: {detail}. Tulis tanggal sebagai 2026-02-11, pecahan sebagai 3.75, ya atau tidak sebagai true atau false.',
      en: 'Value number {number} cannot be read: {detail}. Write days as 2026-02-11, fractions as 3.75, yes or no as true or false.',
    },
    SQL_PARAMETER_UNUSED: {
      id: 'Ada nilai yang tidak dipakai di pernyataan, atau tipenya tidak dapat diketahui: {detail}. Nomori dari $1 tanpa lompatan, atau tulis tipenya, misalnya $1::date.',
      en: 'A value is not used in the statement, or its type cannot be known: {detail}. Number them from $1 without gaps, or write the type, such as $1::date.',
    },
    SQL_DIVIDED_BY_ZERO: {
      id: 'Ada pembagian dengan nol. Tulis nullif(pembagi, 0): hasilnya null, bukan kesalahan.',
      en: 'Something is divided by zero. Write nullif(divisor, 0): the result is null then, no error.',
    },
    SQL_MANY_ROWS: {
      id: 'Subkueri yang dipakai sebagai satu nilai memberi lebih dari satu baris. Jumlahkan (sum, max, string_agg), batasi dengan LIMIT 1, atau pakai IN.',
      en: 'A subquery that stands for one value gives several rows. Sum it up (sum, max, string_agg), end it by LIMIT 1, or use IN.',
    },
    SQL_COLUMN_IN_BOTH: {
      id: 'Nama kolom itu ada di lebih dari satu tampilan: {detail}. Sebut yang mana, misalnya p.region_name, atau gabungkan dengan USING.',
      en: 'More than one view has a column of this name: {detail}. Say which one, such as p.region_name, or join by USING.',
    },
    SQL_COLUMN_ABSENT: {
      id: "Kolom itu tidak ada di sini: {detail}. Teks diapit petik tunggal ('Kota Cilegon'), nama diapit petik ganda; nama dari AS belum ada di WHERE, ulangi ungkapannya atau pakai WITH.",
      en: "There is no such column here: {detail}. Texts stand in single quotes ('Kota Cilegon'), names in double ones; a name given by AS is not there yet in WHERE: repeat what it stands for, or use WITH.",
    },
    SQL_NOT_GROUPED: {
      id: 'Yang dipilih di samping jumlah harus ada di GROUP BY, dan jumlah tidak boleh ada di WHERE: {detail}. Tulis misalnya GROUP BY 1, 2, atau HAVING sum(…) > 10.',
      en: 'What is chosen beside a sum has to be in GROUP BY, and no sum may be in WHERE: {detail}. Write for instance GROUP BY 1, 2, or HAVING sum(…) > 10.',
    },
    SQL_TYPES_DIFFER: {
      id: "Tipe nilainya tidak cocok: {detail}. Ubah tipenya, misalnya round(nilai::numeric, 1), due_on::timestamp, month = date '2026-01-01', atau region_code || fiscal_year::text.",
      en: "The types of the values do not fit: {detail}. Change one of them, such as round(nilai::numeric, 1), due_on::timestamp, month = date '2026-01-01', or region_code || fiscal_year::text.",
    },
    SQL_TEXT_UNFIT: {
      id: 'Ada teks yang tidak dapat dibaca sebagai nilai: {detail}. Tulis tanggal sebagai 2026-02-11 (bulan: hari pertamanya, 2026-02-01), pecahan sebagai 3.75, ya atau tidak sebagai true atau false.',
      en: 'A text cannot be read as a value: {detail}. Write days as 2026-02-11 (months by their first day, 2026-02-01), fractions as 3.75, yes or no as true or false.',
    },
    SQL_FAILED: {
      id: 'PostgreSQL tidak dapat menjalankannya: {detail}. Perbaiki pernyataannya.',
      en: 'PostgreSQL could not run it: {detail}. Mend the statement.',
    },
    SQL_NAME_TAKEN: {
      id: 'Anda sudah menyimpan kueri dengan nama ini. Pilih nama lain.',
      en: 'You already keep a query under this name. Choose another one.',
    },
    SQL_QUERY_NOT_OWN: {
      id: 'Kueri ini milik orang lain. Simpan sebagai kueri baru.',
      en: 'This query is another person’s. Save it as a new one.',
    },
  },
  constraints: {
    saved_query_name_unique: { code: 'SQL_NAME_TAKEN', path: ['input', 'name'] },
    saved_query_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'name'] },
    saved_query_description_length: { code: 'VALUE_TOO_LONG', path: ['input', 'description'] },
    saved_query_sql_text_length: { code: 'VALUE_TOO_LONG', path: ['input', 'sqlText'] },
    saved_query_staff_fk: { code: 'NOT_FOUND', path: ['id'] },
    sql_run_staff_fk: { code: 'NOT_FOUND', path: ['id'] },
    sql_run_saved_query_fk: { code: 'REFERENCE_NOT_FOUND', path: ['savedQueryId'] },
    sql_run_state_check: { code: 'VALUE_INVALID', path: ['state'] },
  },
});
