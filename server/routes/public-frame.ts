import { logo } from '../../admin/theme/logo.js';
import { mapStyle } from '../../admin/theme/map-style.js';
import { publicStyle } from './public-style.js';

const icon = `data:image/svg+xml,${encodeURIComponent(logo)}`;

/** Frame of the public page: readable before its script is there, which fills `#app`. */
export function publicFrame({
  nonce,
  script,
  isDemo,
}: {
  readonly nonce: string;
  readonly script: string;
  readonly isDemo: boolean;
}): string {
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Payung – pekerja yang dilindungi pemerintah daerah</title>
<meta name="description" content="Perjanjian, dasar hukum, anggaran, dan jumlah pekerja yang iuran BPJS Ketenagakerjaan-nya dibayar kota dan kabupaten.">
<link rel="icon" href="${icon}">
<link rel="modulepreload" href="${script}" nonce="${nonce}">
<style nonce="${nonce}">${publicStyle}${mapStyle}</style>
<script type="module" src="${script}" nonce="${nonce}"></script>
</head>
<body>
<a class="skip" href="#app">Langsung ke isi</a>
${isDemo ? '<p class="demo">DEMO: data contoh, bukan data resmi</p>' : ''}
<header>
<div class="bar"><span class="name">${logo}Payung</span><a href="/admin">Masuk</a></div>
<div class="hero">
<h1>Pekerja yang dilindungi pemerintah daerah</h1>
<p>Kota dan kabupaten membayar iuran BPJS Ketenagakerjaan bagi pekerja rentan: ojek, nelayan, marbot, ketua RT, dan lainnya.
Halaman ini menunjukkan yang tercatat: siapa yang membayar, atas dasar apa, dan dari mana kabar itu dibaca.</p>
</div>
</header>
<main id="app" tabindex="-1"><p class="wait">Memuat…</p></main>
<noscript><p class="wait">Halaman ini membutuhkan JavaScript. Data yang sama dapat diminta langsung lewat <a href="/graphiql">GraphQL</a>.</p></noscript>
<footer>
<p>Jumlah orang yang kurang dari sepuluh tidak ditampilkan, agar tidak ada orang yang dapat dikenali.</p>
<p>Data terbuka lewat <a href="/graphiql">GraphQL</a>. Nama dan kode wilayah: idn-area-data (ODbL).</p>
</footer>
</body>
</html>
`;
}
