/** Words of the search box. */
export const searchTexts = {
  id: {
    open: 'Cari',
    title: 'Cari di seluruh register',
    placeholder: 'Nomor, judul, nama, kode wilayah, atau NIK lengkap',
    hint: 'Ketik sedikitnya tiga huruf, misalnya "cilegon" atau "perwal 16". Panah untuk memilih, Enter untuk membuka.',
    hits: 'Hasil pencarian',
    searching: 'Mencari…',
    found: (count: number) =>
      count === 0 ? 'Tidak ditemukan di daerah Anda. Periksa ejaan, atau kurangi kata.' : `${count} hasil`,
    concepts: {
      region: 'Daerah',
      mou: 'Perjanjian',
      regulation: 'Peraturan',
      program: 'Program',
      office: 'Kantor',
      official: 'Pejabat',
      beneficiary: 'Penerima',
    } as Readonly<Record<string, string>>,
  },
  en: {
    open: 'Search',
    title: 'Search the whole register',
    placeholder: 'Number, title, name, region code, or a whole NIK',
    hint: 'Type three letters at least, such as "cilegon" or "perwal 16". Arrows choose, Enter opens.',
    hits: 'Hits',
    searching: 'Searching…',
    found: (count: number) =>
      count === 0
        ? 'Nothing found in your regions. Check the spelling, or use fewer words.'
        : `${count} hits`,
    concepts: {
      region: 'Regions',
      mou: 'Agreements',
      regulation: 'Regulations',
      program: 'Programs',
      office: 'Offices',
      official: 'Officials',
      beneficiary: 'Beneficiaries',
    } as Readonly<Record<string, string>>,
  },
};
