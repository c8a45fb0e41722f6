import { ImportField } from './import-field.js';
import { plainWords } from './sheet-row.js';

/** Headers of rosters as `plainWords` leaves them: from lists of RT and RW, fishery, transport and social agencies. */
const headersOfField: Readonly<Record<ImportField, string>> = {
  NIK: `
    nik, no nik, nomor nik, nik ktp, nik e ktp, nik pekerja, no ktp, nomor ktp, no e ktp, ktp,
    nomor induk kependudukan, no induk kependudukan, nomor induk kependudukan nik, noktp,
    no identitas, nomor identitas, no ktp nik, nik no ktp, nomor nik ktp, n i k, nik no ktp, nik sesuai ktp,
    nomor nik, nik peserta`,
  NAME: `
    nama, nama lengkap, nm, nm lengkap, nama lengkap warga, nama peserta, nama pekerja, nama sesuai ktp, nama tenaga kerja, nama tk,
    nama lengkap sesuai ktp, nama penerima, nama anggota, nama nelayan, nama petani, name,
    nama pengemudi, nama warga, nama penerima manfaat, nama kader, nama ktp, nama pekerja rentan,
    nama pemilik, nama petambak, nama ojek, nama driver, nama petugas, nama pegawai, nama guru`,
  BIRTH_DATE: `
    tgl lahir, tanggal lahir, tgl lhr, tanggal kelahiran, tanggallahir, tgllahir, lahir tanggal, ttl,
    t t l, tempat tgl lahir, tempat tanggal lahir, tempat dan tanggal lahir, tmpt tgl lahir,
    tempat dan tgl lahir, tempat tanggal kelahiran, tpt tgl lahir, tempat lahir tanggal lahir,
    tempat lahir tgl lahir, birth date, date of birth, birthdate, tgl kelahiran, lahir,
    tgl bln thn lahir, tanggal bulan tahun lahir, tgl bulan tahun lahir, tempat tgl bln thn lahir, tmp tgl lahir,
    tpt tanggal lahir, tempat dan tanggal kelahiran, tempat tgl bulan tahun lahir`,
  BIRTH_PLACE: 'tempat lahir, tmp lahir, tmpt lahir, tpt lahir, kota lahir, tempat kelahiran',
  SEX: `
    l p, lp, p l, jk, j k, jenis kelamin, jns kelamin, kelamin, jenkel, jns kel, sex,
    jenis kelamin l p, jk l p, gender, l laki laki p perempuan, laki laki perempuan`,
  MALE_MARK: `
    l, lk, laki laki, laki2, pria, l jenis kelamin, lk jenis kelamin, laki laki jenis kelamin, pria jenis kelamin,
    l jk, laki laki jk, l kelamin, laki laki kelamin, l l p`,
  FEMALE_MARK: `
    p, pr, perempuan, wanita, p jenis kelamin, pr jenis kelamin, perempuan jenis kelamin, wanita jenis kelamin,
    p jk, perempuan jk, p kelamin, perempuan kelamin, p l p`,
  CATEGORY: `
    pekerjaan, profesi, kategori, jenis pekerjaan, jenis usaha, bidang pekerjaan, mata pencaharian,
    kategori pekerjaan, kategori peserta, kategori pekerja, jenis profesi, jns pekerjaan, sektor,
    pekerjaan profesi, profesi pekerjaan, jenis pekerja, pekerjaan utama, kelompok pekerjaan,
    jenis pekerjaan utama, jenis pekerjaan profesi, pekerjaan saat ini, bidang usaha, jenis mata pencaharian`,
  ADDRESS: `
    alamat, alamat lengkap, alamat rumah, alamat ktp, alamat sesuai ktp, alamat domisili, jalan,
    alamat tempat tinggal, tempat tinggal, kampung, alamat jalan, kp, dusun, lingkungan, domisili`,
  RT: 'rt, rt rw, no rt, rtrw, alamat rt, alamat rt rw',
  RW: 'rw, no rw, alamat rw',
  VILLAGE: `
    kelurahan, desa, kel, kelurahan desa, desa kelurahan, kel desa, desa kel, nama desa, ds,
    nama kelurahan, ds kel, kel ds, des kel, alamat desa, alamat kelurahan, kel des`,
  DISTRICT: 'kecamatan, kec, nama kecamatan, kecamatan domisili, alamat kecamatan',
  REGION_CODE: `
    kode wilayah, kode desa, kode kelurahan, kode kemendagri, kode desa kelurahan, kode wil,
    kode kelurahan desa, kode daerah`,
  PHONE: `
    no hp, hp, nomor hp, no telepon, nomor telepon, telepon, telp, no telp, no tlp, no wa, wa,
    whatsapp, no whatsapp, nomor wa, no hp wa, no telp hp, no hp aktif, kontak, no handphone,
    handphone, nomor whatsapp, nomor telp, no telepon hp, phone, no kontak, nohp, tlp, no hp telp,
    nomor handphone, nomor handphone aktif, nomor hp aktif, no wa aktif, nomor hp wa, no hp whatsapp, nomor kontak`,
  DECILE: `
    desil, desil dtsen, desil dtks, decile, peringkat desil, desil kesejahteraan, desil keluarga,
    desil kesejahteraan sosial, peringkat kesejahteraan, status desil`,
  POST: 'jabatan, posisi, jabatan posisi, jabatan dalam sk, jabatan rt rw',
  DECREE: `
    sk, no sk, nomor sk, surat keputusan, nomor surat keputusan, no sk pengangkatan, dasar sk,
    nomor sk pengangkatan, sk pengangkatan, sk nomor`,
  COHORT: 'angkatan, tahap, angkatan tahap, gelombang, batch, kloter, tahap ke',
  ENTERED_ON: `
    tmt, tanggal masuk, tgl masuk, tgl mulai, tanggal mulai, terhitung mulai tanggal, tmt peserta,
    tanggal kepesertaan, tgl kepesertaan, mulai kepesertaan, tmt kepesertaan, tanggal daftar`,
  KPJ: 'kpj, no kpj, nomor kpj, no peserta, nomor peserta, no kartu peserta, nomor kartu peserta',
  NOTE: 'keterangan, ket, catatan, note, keterangan lain, keterangan tambahan',
  // what rosters carry beside, and what the registry does not want to know
  IGNORE: `
    no, nomor, no urut, nomor urut, nourut, urut, umur, usia, tanda tangan, ttd, paraf, no kk,
    nomor kk, nomor kartu keluarga, no kartu keluarga, kk, nama ibu, nama ibu kandung, ibu kandung,
    penghasilan, email, e mail, agama, status perkawinan, npwp, no rekening, alasan, saran,
    kode baris payung`,
};

const fieldByHeader: ReadonlyMap<string, ImportField> = new Map(
  Object.values(ImportField).flatMap((field) =>
    headersOfField[field].split(',').map((header): [string, ImportField] => [header.trim(), field]),
  ),
);

/** Words that headers carry without changing what the column holds. */
const fillers: ReadonlySet<string> = new Set(
  `sesuai calon peserta tenaga kerja pekerja penerima bantuan manfaat lengkap warga anggota wajib diisi digit
  angka 16 rentan bpjs ketenagakerjaan`.split(/\s+/),
);
const inParentheses = /\([^)]*\)/g;

/** The field that a header names, or null when it names none. */
export function fieldOfHeader(text: string): ImportField | null {
  if (text.length > 100) return null;
  const words = plainWords(text.replace(inParentheses, ' ')) || plainWords(text);
  const few = words
    .split(' ')
    .filter((word) => !fillers.has(word))
    .join(' ');
  return fieldByHeader.get(words) ?? fieldByHeader.get(few) ?? null;
}
