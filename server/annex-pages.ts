import QRCode from 'qrcode';
import type { AnnexFacts, AnnexPaper } from '../schema/annex/index.js';

/** What every page of annexes is framed with. */
export interface Frame {
  readonly nonce: string;
  readonly isDemo: boolean;
}

const style = `
  :root { color-scheme: light; } * { box-sizing: border-box; }
  body { margin: 0; font: 16px/24px -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', system-ui, sans-serif; color: #16282a; background: #f4f7f7; }
  main { max-width: 720px; margin: 0 auto; padding: 24px 16px; } main.paper { max-width: 1000px; background: #fff; }
  h1 { font-size: 24px; line-height: 32px; margin: 0 0 16px; } h2 { font-size: 18px; line-height: 26px; margin: 0 0 12px; }
  a { color: #0b5d56; } .demo { background: #fcf1e0; border-bottom: 1px solid #e5c48f; text-align: center; padding: 4px; font-weight: 600; color: #6b3a00; }
  .card { background: #fff; border: 1px solid #dbe3e3; border-radius: 8px; padding: 16px 20px; margin-bottom: 16px; }
  .good { border-left: 6px solid #0b6b62; } .bad { border-left: 6px solid #a8201a; }
  dl { display: grid; grid-template-columns: minmax(120px, 200px) 1fr; gap: 6px 16px; margin: 0; } dt { color: #5a6b6e; } dd { margin: 0; overflow-wrap: anywhere; }
  label { display: block; margin-bottom: 4px; } input { font: inherit; width: 100%; max-width: 340px; padding: 8px; border: 1px solid #8a9a9c; text-transform: uppercase; letter-spacing: 1px; }
  button { font: inherit; background: #0b6b62; color: #fff; border: 0; border-radius: 4px; padding: 9px 18px; margin-top: 10px; cursor: pointer; }
  .quiet { color: #5a6b6e; font-size: 14px; line-height: 20px; } code { font-family: ui-monospace, 'Liberation Mono', monospace; font-size: 13px; overflow-wrap: anywhere; }
  .head { text-align: center; border-bottom: 2px solid #16282a; padding-bottom: 8px; margin-bottom: 16px; }
  .seal { display: flex; gap: 20px; align-items: center; margin-top: 20px; break-inside: avoid; } .seal svg { width: 132px; height: 132px; flex: none; }
  .scroll { overflow-x: auto; } table { width: 100%; border-collapse: collapse; font-size: 13px; line-height: 18px; }
  th, td { text-align: left; vertical-align: top; padding: 4px 8px 4px 0; border-bottom: 1px solid #dbe3e3; } td.number { text-align: right; } tr { break-inside: avoid; }
  .sign { margin: 32px 0 0 auto; width: 260px; break-inside: avoid; } .sign p { margin: 0 0 72px; }
  @media (max-width: 480px) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; } .seal { flex-direction: column; align-items: flex-start; } }
  @media print { @page { size: A4; margin: 16mm 14mm; } body { background: #fff; } .screen { display: none; } main.paper { padding: 0; max-width: none; } table { font-size: 9pt; } thead { display: table-header-group; } }
`;

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
      <td>${safe(name)}</td><td>${safe(nikMask)}</td><td>${safe(birthDate ?? '–')}</td><td>${safe(place ?? '–')}</td>
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

function page(title: string, { nonce, isDemo }: Frame, body: string): string {
  const banner = isDemo ? '<div class="demo">DEMO: data contoh, bukan data resmi</div>' : '';
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex"><title>${safe(title)} · Payung</title><style nonce="${nonce}">${style}</style></head>
    <body>${banner}${body}</body></html>`;
}

function rows(facts: readonly (readonly [string, string])[]): string {
  return facts.map(([name, value]) => `<dt>${safe(name)}</dt><dd>${safe(value)}</dd>`).join('');
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it, never as HTML. */
function safe(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? '');
}

const thousands = (count: number): string => new Intl.NumberFormat('id-ID').format(count);
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
