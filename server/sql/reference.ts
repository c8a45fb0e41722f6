import type { AnalystView } from '../../schema/kernel/analyst-database.js';
import { sqlLimits } from '../../schema/sql-query/index.js';

const number = new Intl.NumberFormat('id-ID');

/** docs/sql.md: how to ask, within which limits, and every view with its columns, from the comments in the database. */
export function sqlReference(views: readonly AnalystView[]): string {
  return [intro, ...views.map(viewSection)].join('\n');
}

const intro = `# SQL untuk analis / SQL for analysts

Ditulis oleh \`npm run sql:reference\` dari komentar di basis data; jangan diubah dengan tangan.
*Written by \`npm run sql:reference\` from the comments in the database; do not edit.*

## Tiga jalan / Three ways

1. **Konsol di panel** (\`/admin\` → SQL): penyunting dengan daftar tampilan, perkiraan beban, tabel, grafik, CSV. *The console of the panel.*
2. **\`POST /sql\`** dengan \`Authorization: Bearer …\`:
   \`{"sql": "select region_name, sum(persons) from people_counts where sex = $1 group by 1", "parameters": ["FEMALE"]}\`;
   \`"format": "csv"\` atau \`"xlsx"\` memberi berkas, dengan \`"writing": "ID"\` bertanggal dan berangka Indonesia. \`POST /sql/estimate\` hanya memperkirakan; \`POST /sql/parameters\` menyebut tipe \`$1\`, \`$2\`, …; \`GET /sql/views\` mendaftar tampilan. Pada kesalahan, \`position\` adalah tempatnya dalam teks, dari 1, dalam satuan UTF-16 seperti di JavaScript. *With a token; also estimates, types of parameters, and the list of views. The \`position\` of an error counts UTF-16 units from 1, as JavaScript does.*
3. **Login sendiri** untuk psql, Metabase, DBeaver: koordinator membuatnya di layar Akun (*Buat login SQL*) atau dengan \`sqlLoginCreate\`; kata sandi ditampilkan sekali. *An own login of PostgreSQL, made from the screen of accounts; its password is shown once.*

   \`\`\`sh
   psql "postgres://payung_sql_0123456789ab@127.0.0.1:5432/payung"
   \`\`\`

   Alamatnya ada di \`{ sqlAddress { host port database } }\`. PostgreSQL bawaan memakai port lain pada setiap start, kecuali \`PAYUNG_POSTGRES_PORT\` diisi. *The embedded PostgreSQL listens on another port at each start unless \`PAYUNG_POSTGRES_PORT\` is set.*

   Satu login memakai paling banyak tiga sesi sekaligus. Metabase membuka sampai 15: jalankan dengan \`MB_JDBC_DATA_WAREHOUSE_MAX_CONNECTION_POOL_SIZE=3\`. Di DBeaver, biarkan penyunting SQL memakai sambungan yang sama. Skemanya \`analytics\`; \`select * from dictionary\` mendaftar isinya dengan artinya. Skema \`stand_in\` kosong: Metabase mencari \`pg_stat_user_tables\`, yang tertutup bagi analis. *A login has at most three sessions at once. Metabase opens up to 15: run it with that variable set to 3. In DBeaver let SQL editors share the connection. The schema is \`analytics\`; \`select * from dictionary\` lists what is in it and means. Schema \`stand_in\` is empty: Metabase looks for \`pg_stat_user_tables\`, which is closed to analysts.*

## Bulan, tanggal, dan rupiah seperti di surat / Months, days and rupiah as in letters

\`to_char\` menyebut bulan dalam bahasa Inggris; \`months\` memuat nama Indonesianya. *\`to_char\` names months in English; \`months\` has their Indonesian names.*

\`\`\`sql
select concat_ws(' ', extract(day from b.due_on), m.month_label) as jatuh_tempo, -- 6 November 2026
  'Rp' || replace(to_char(b.total_rupiah, 'FM999,999,999,999'), ',', '.') as jumlah -- Rp56.364.000
from bills b join months m on m.month = date_trunc('month', b.due_on)
\`\`\`

## Batas / Limits

| | Konsol dan POST /sql | Login sendiri |
|---|---|---|
| Waktu / time | ${sqlLimits.milliseconds / 1000} s | 15 s; setelah 17 s sesi diakhiri pengawas / the watch ends the session |
| Baris / rows | ${number.format(sqlLimits.rows)} | – |
| Ukuran / size | ${sqlLimits.bytes / 1024 / 1024} MB | – |
| Beban perkiraan / estimated cost | ${number.format(sqlLimits.cost)} | – |
| Sesi / sessions | 4 sekaligus per proses / at once per process | 3 per login |
| Berkas sementara / temporary files | 256 MB | 256 MB |
| Pernyataan / statements | satu SELECT, WITH, atau VALUES; nilai sebagai $1, $2, … | hanya membaca / read-only |

## Apa yang tidak dapat dilihat / What cannot be seen

- Tidak ada NIK, nama, alamat, telepon, catatan, atau nama pejabat. *No NIK, name, address, phone, note, or name of an official.*
- Angka tentang orang adalah jumlah atas **kelompok paling sedikit lima orang**, kelompok yang sama dengan yang menjawab \`coverageStatistics\`: menggabungkan kedua pintu, atau jawaban hari ini dengan kemarin, tidak memberi selisih yang lebih kecil dari satu kelompok. Seseorang tetap di kelompoknya; kelompok hanya terbagi menjadi bagian yang cukup besar, dan mengatakan apa yang sama pada sebagian besar orangnya. Nilai yang kosong berarti terlalu sedikit orang yang sama. Yang belum cukup banyak untuk satu kelompok menunggu dan belum terhitung. *Figures of people are sums over groups of at least five, the very groups that answer coverageStatistics: neither both doors together nor today's and yesterday's answers differ by less than a group. Nobody leaves a group; a group only divides into parts that are large enough, and says what most of its people share. A null means that too few share it. Who is too few for a group waits and is not counted yet.*
- Tagihan adalah jumlah atas kelompok yang sama: orang, bulan, dan rupiah kelompok yang bulannya ditagih kantor itu; bulan yang ada di beberapa tagihan kantor itu terhitung pada yang pertama. Laporan klaim diceritakan dalam kelipatan lima kasus yang terdekat, dengan rupiah kasus sebanyak itu menurut rata-ratanya (dua angka). Angka persis, dibandingkan bulan demi bulan, memberi tahu siapa yang masuk dan keluar. *Bills are sums over the same groups: persons, months and rupiah of groups whose months that office bills; a month on several bills of the office counts with the first of them. Reports of claims are told to the nearest multiple of five cases, with the rupiah of so many at their mean, to two digits. Exact figures, month after month, would tell who came and left.*
- Kecamatan dan desa/kelurahan diceritakan dalam kelipatan sepuluh orang, 0 sampai 18 di bawah yang sebenarnya: tiap daerah suatu program dibulatkan ke bawah di tempatnya sendiri, yang dirahasiakan. Angkanya hanya berubah, dari bulan ke bulan maupun dari hari ke hari, bila selisihnya lima orang atau lebih. *Districts and villages are told in whole tens of persons, 0 to 18 below the truth: each area of a program is rounded down at a place of its own, which is a secret. They change from month to month and from day to day only where five people or more make the difference.*
- Bulan yang berubah menyusul dalam beberapa menit; umur, keadaan, pemeriksaan, dan kecamatan dilihat ulang sekali sehari (\`freshness\`); fakta tentang wilayah, peraturan, perjanjian, program, dan anggaran selalu yang terkini. *Months that change follow within minutes; age, states, checks and districts are looked at once a day; facts of regions, law, agreements, programs and budgets are live.*
- Program, anggaran, tagihan, klaim, dan orang hanya dari wilayah Anda; daftar publik (peraturan, perjanjian yang ditandatangani, penghargaan) dari semua wilayah. *Programs, budgets, bills, claims and people of your own regions; the public register of all.*

## Yang menjaganya / What keeps it so

Lapisan-lapisannya dimatikan satu per satu dalam pengujian (\`test/sql/escapes.db.test.ts\`). Bila salah satunya tidak ada, tetap tidak seorang pun terlihat dan tidak ada yang berubah. Login sendirilah yang menjaga wilayah (tanpanya terbaca jumlah wilayah lain), dan pengawas yang menjaga waktu. *With any one of them gone nobody is seen and nothing changes. The login alone holds the region (without it sums of other regions could be read), and the watch holds the time.*

1. Gerbang: tata bahasa PostgreSQL (libpg-query) dengan daftar pernyataan, tampilan, fungsi, operator, dan tipe yang boleh. *The gate, for what comes through the program.*
2. Login tiap orang: wilayah mengikuti \`session_user\`, bukan pengaturan yang dapat diubah. *Identity is session_user.*
3. Hak: hanya SELECT pada skema \`analytics\`. *Grants on the views only.*
4. Tampilan tentang orang dibuat dari kelompok yang sudah jadi; tidak satu pun menyentuh baris orang, sehingga EXPLAIN ANALYZE pun tidak menghitungnya. *Views of people never touch a row of a person, so EXPLAIN ANALYZE counts none either.*
5. Pengawas mengakhiri sesi yang melewati batas atau memegang kunci *advisory*. *The watch ends sessions past their limits.*
6. Fungsi PostgreSQL yang tidak perlu (\`set_config\`, \`lo_*\`, \`pg_advisory_*\`, \`pg_notify\`, \`pg_sleep\`, penghitung baris \`pg_stat_get_*\`, letak log perubahan \`pg_current_wal_*\`, nomor transaksi \`age(xid)\`, kunci \`pg_locks\`, sesi \`pg_stat_activity\`, …) dan bahasa plpgsql ditutup; hanya superuser yang dapat. Bila \`npm run migrate\` berjalan tanpa superuser: mintalah DBA menjalankannya sekali sebagai superuser (\`DATABASE_OWNER_URL\`), atau beri analis sebuah replika. Tanpa itu login analis dapat membuat *large object* (pengawas menghapusnya dalam 5 s), mengirim NOTIFY, memakai berkas sementara tanpa batas dari kami, membaca banyaknya baris tiap tabel dalam statistik PostgreSQL, dan mengukur banyaknya yang ditulis; LISTEN dan NOTIFY tidak pernah dapat dicabut pada server utama, tetapi saluran perubahan bernama rahasia. Yang tetap terbaca: \`pg_class.reltuples\`, perkiraan banyaknya baris setiap tabel pada VACUUM atau ANALYZE terakhir, dan besarnya dalam halaman 8 KB (\`pg_relation_size\`); psql, DBeaver, dan Metabase membutuhkannya. Itu jumlah seluruh registri: tidak menyebut wilayah, program, atau orang, dan tidak ada indeks atas segelintir orang. Login dapat mengganti kata sandi dan nilai bawaannya sendiri (\`alter role\`); gantilah kata sandinya dari panel bila perlu. *Only a superuser can close these; otherwise let the DBA run it once as superuser, or give analysts a replica. Else a login could make large objects (the watch removes them within 5 s), send NOTIFY, use unlimited temporary files, count the rows of each table in PostgreSQL’s statistics, and measure how much is written; LISTEN and NOTIFY can never be revoked on a primary, but the channel of changes has a secret name. What stays readable: \`pg_class.reltuples\`, an estimate of all rows of each table as of the last VACUUM or ANALYZE, and its size in pages of 8 KB (\`pg_relation_size\`); psql, DBeaver and Metabase need them. They count the whole registry: no region, program or person, and no index is of a few. A login may change its own password and defaults (\`alter role\`); give it a new password from the panel if need be.*

## Di replika / On a replica

\`DATABASE_SQL_URL=postgres://replica:5432/payung\` membuat konsol membaca replika; login dan hak ikut tersalin. Program sendiri masuk ke replika dengan loginnya (\`payung_app\`, sandi dari \`DATABASE_URL\`) untuk mengakhiri sesi yang melewati batas: PostgreSQL di sana tidak menjaganya sendiri. Untuk psql atau Metabase, buka port replika saja, dengan TLS, kepada jaringan analis. Login dapat menaikkan \`work_mem\` sesinya sendiri, dan PostgreSQL tidak dapat melarangnya: tiga sesi dapat memakai beberapa GB selama 15 detik, di replika tanpa mengganggu server utama. Di replika tidak ada NOTIFY, *large object*, kunci *advisory* yang mengganggu server utama. *The console reads the replica; logins and grants are replicated. The program signs in to the replica itself (\`payung_app\`, with the password of \`DATABASE_URL\`) to end sessions past their limits, which no replica does by itself. A login may raise \`work_mem\` of its sessions, which PostgreSQL cannot forbid: three of them may take some GB for 15 seconds, on a replica without touching the primary. For psql or Metabase open the port of the replica only, with TLS.*

## Tampilan / Views
`;

function viewSection({ name, about, columns }: AnalystView): string {
  const [indonesian, english] = about.split(' | ');
  const rows = columns.map((column) => {
    const [first = '', second = ''] = column.about.split(' | ');
    return `| \`${column.name}\` | ${column.type} | ${first} | ${second} |`;
  });
  return [
    `### ${name}`,
    '',
    `${indonesian} *${english}*`,
    '',
    '| Kolom / column | Tipe / type | Arti | Meaning |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
