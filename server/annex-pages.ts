import QRCode from 'qrcode';
import type { AnnexFacts, AnnexPaper } from '../schema/annex/index.js';
import { type Frame, page, safe } from './plain-page.js';

/** Page on which anybody types a code, with what the last one confirmed; null: nothing was asked yet. */
export function verifyPage(
  asked: { readonly code: string; readonly facts: AnnexFacts | null } | null,
  frame: Frame,
): string {
  const result = asked === null ? '' : asked.facts ? confirmed(asked.facts) : unknown(asked.code);
  return page(
    'Verifikasi lampiran SK',
    frame,
    `<main>
    <h1>Verifikasi lampiran SK</h1>
    ${result}
    <form class="card" action="/verify" method="get">
      <label for="code">Kode pada lampiran (16 huruf dan angka)</label>
      <input id="code" name="code" maxlength="30" autocomplete="off" required>
      <br><button type="submit">Periksa</button>
    </form>
    <p class="quiet">Halaman ini memastikan keaslian daftar peserta yang dilampirkan pada keputusan kepala daerah. Nama dan data
      pribadi peserta tidak ditampilkan. <a href="/">Payung, registri perlindungan jaminan sosial ketenagakerjaan</a></p>
  </main>`,
  );
}

function confirmed(facts: AnnexFacts): string {
  const { title, text, isGood } = verdictOf(facts);
  return `<section class="card ${isGood ? 'good' : 'bad'}" role="status">
    <h2>${title}</h2><p>${text}</p>
    <dl>${rows([
      ['Program', facts.programName],
      ['Daerah', facts.regionName],
      ['Nomor SK', facts.decree],
      ['Tanggal SK', longDay(facts.decreedOn)],
      ['Jumlah peserta', `${thousands(facts.peopleCount)} orang`],
      ['Disegel', longInstant(facts.sealedAt)],
    ])}<dt>SHA-256</dt><dd><code>${safe(facts.digest)}</code></dd></dl>
  </section>`;
}

function verdictOf({ isIntact, isWithdrawn, withdrawnAt }: AnnexFacts) {
  if (!isIntact) {
    const text =
      'Daftar di registri tidak lagi sama dengan yang disegel. Jangan dipakai; beri tahu pemerintah daerah yang menerbitkannya.';
    return { title: 'Segel rusak', text, isGood: false };
  }
  if (isWithdrawn) {
    const text = `Lampiran ini ditarik pada ${longInstant(withdrawnAt ?? '')} dan tidak berlaku lagi.`;
    return { title: 'Sudah ditarik', text, isGood: false };
  }
  const text =
    'Daftar di registri masih sama dengan yang disegel. Cocokkan keterangan ini dengan kertas di tangan Anda.';
  return { title: 'Lampiran ini terdaftar dan utuh', text, isGood: true };
}

function unknown(code: string): string {
  return `<section class="card bad" role="status"><h2>Kode tidak dikenal</h2>
    <p>Tidak ada lampiran dengan kode <code>${safe(code.slice(0, 40))}</code>. Periksa kembali huruf dan angkanya.</p></section>`;
}

/** Where the code is verified. */
interface VerifyPlace {
  readonly address: string;
  /** Whether it is the address that people type; else it is the server's own, good for trying out. */
  readonly isPublic: boolean;
}

const privateAddress = `<section class="card bad screen"><h2>Jangan dipakai sebagai lampiran resmi dahulu</h2>
  <p>Kode QR di bawah memuat alamat server ini, yang belum tentu dapat dibuka orang lain. Mintalah pengelola mengatur
    <code>PAYUNG_PUBLIC_URL</code>, lalu muat ulang halaman ini.</p></section>`;

/** The list as it is attached to the decree: people, count, hash, code and QR code. */
export async function paperPage(
  { annex, facts, people }: AnnexPaper,
  { address, isPublic }: VerifyPlace,
  frame: Frame,
): Promise<string> {
  const qr = await QRCode.toString(address, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' });
  const lines = people.map(
    ({
      position,
      name,
      nikMask,
      birthDate,
      address: place,
      category,
      post,
    }) => `<tr><td class="number">${position}</td>
      <td>${safe(name)}</td><td>${safe(nikMask)}</td><td>${shortDay(birthDate)}</td><td>${safe(place ?? '–')}</td>
      <td>${safe(category)}${post === null ? '' : `, ${safe(post)}`}</td></tr>`,
  );
  const withdrawn = facts.isWithdrawn
    ? `<section class="card bad"><h2>Sudah ditarik</h2><p>${safe(annex.withdrawalReason ?? '')}</p></section>`
    : '';
  return page(
    `Lampiran ${facts.decree}`,
    frame,
    `<main class="paper">
    <p class="screen quiet">Cetak halaman ini lewat menu cetak peramban (A4 atau F4).
      <a href="/admin/resources/annex/records/annex_${annex.id.replaceAll('-', '')}/show">Kembali</a></p>
    ${isPublic ? '' : privateAddress}${withdrawn}
    <div class="head"><strong>Pemerintah ${safe(facts.regionName)}</strong></div>
    <h1>Lampiran Keputusan Nomor ${safe(facts.decree)}</h1>
    <p>Tanggal ${longDay(facts.decreedOn)}. Peserta program ${safe(facts.programName)}: ${thousands(facts.peopleCount)} orang.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Daftar peserta"><table>
      <thead><tr><th scope="col">No.</th><th scope="col">Nama</th><th scope="col">NIK</th><th scope="col">Tanggal lahir</th>
        <th scope="col">Alamat</th><th scope="col">Kategori, jabatan</th></tr></thead>
      <tbody>${lines.join('')}</tbody></table></div>
    <div class="sign"><p>${safe(facts.regionName)}, …………………</p>(………………………………………)</div>
    <section class="seal">${qr.replace('<svg ', '<svg role="img" aria-label="Kode QR untuk verifikasi" ')}
      <div><strong>Kode ${safe(annex.code.replace(/(.{4})(?=.)/g, '$1-'))}</strong><br>
        Periksa keasliannya di <code>${safe(address)}</code><br>
        Disegel ${longInstant(facts.sealedAt)}<br>SHA-256 <code>${safe(facts.digest)}</code></div></section>
  </main>`,
  );
}

function rows(facts: readonly (readonly [string, string])[]): string {
  return facts.map(([name, value]) => `<dt>${safe(name)}</dt><dd>${safe(value)}</dd>`).join('');
}

const thousands = (count: number): string => new Intl.NumberFormat('id-ID').format(count);
const shortDay = (day: string | null): string => (day === null ? '–' : day.split('-').reverse().join('-'));
const longDay = (day: string): string =>
  new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
const instants = new Intl.DateTimeFormat('id-ID', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Asia/Jakarta',
});
const longInstant = (instant: string): string => `${instants.format(new Date(instant))} WIB`;
