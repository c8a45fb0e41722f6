import type { Locale } from '../schema/kernel/actor.js';
import { logoPath, stylePath } from './assets.js';
import { en } from './locale/en.js';
import { id } from './locale/id.js';
import type { DemoAccount } from './parts.js';
import { fontFamily } from './theme/fonts.js';

const texts = {
  id: {
    title: 'Masuk – Payung',
    heading: 'Payung',
    subtitle: 'Register perlindungan pekerja yang iurannya dibayar kota dan kabupaten',
    email: 'Surel',
    password: 'Kata sandi',
    submit: 'Masuk',
    demo: 'Akun contoh',
    account: 'Nama',
    other: 'English',
    signOut: 'Keluar dari Payung?',
    signOutButton: 'Keluar',
    back: 'Kembali',
    missing: 'Halaman ini tidak ada',
    missingAbout: 'Alamatnya mungkin salah ketik atau terpotong. Datanya tidak berubah.',
    home: 'Ke beranda',
  },
  en: {
    title: 'Sign in – Payung',
    heading: 'Payung',
    subtitle: 'Registry of worker cover paid by cities and regencies',
    email: 'Email',
    password: 'Password',
    submit: 'Sign in',
    demo: 'Demo accounts',
    account: 'Name',
    other: 'Bahasa Indonesia',
    signOut: 'Sign out of Payung?',
    signOutButton: 'Sign out',
    back: 'Back',
    missing: 'This page does not exist',
    missingAbout: 'Its address may be mistyped or cut off. Nothing was changed.',
    home: 'To the start page',
  },
} as const;

const banner = { id, en };

export interface LoginPage {
  readonly locale: Locale;
  readonly next: string;
  readonly email: string;
  /** What was wrong with the last attempt. Null: there was none. */
  readonly message: string | null;
  readonly isDemo: boolean;
  readonly demoAccounts: readonly DemoAccount[];
  readonly nonce: string;
}

/** The sign-in page: a plain form that works without any script. */
export function loginPage(page: LoginPage): string {
  const text = texts[page.locale];
  const other = page.locale === 'id' ? 'en' : 'id';
  const address = new URLSearchParams({ lang: other, next: page.next });
  return documentOf(
    page,
    text.title,
    `<form method="post" action="/admin/login">
<img src="/admin${logoPath}" alt="" width="56" height="56">
<h1>${text.heading}</h1>
<p>${text.subtitle}</p>
${page.message === null ? '' : `<p class="message" role="alert">${escaped(page.message)}</p>`}
<label for="email">${text.email}</label>
<input id="email" name="email" type="email" autocomplete="username" required autofocus value="${escaped(page.email)}">
<label for="password">${text.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<input type="hidden" name="next" value="${escaped(page.next)}">
<button type="submit">${text.submit}</button>
<p><a href="/admin/login?${escaped(address.toString())}" lang="${other}">${text.other}</a></p>
</form>
${page.isDemo ? demoTable(page) : ''}`,
  );
}

function demoTable({ locale, demoAccounts }: LoginPage): string {
  const text = texts[locale];
  const rows = demoAccounts.map(
    ({ name, email, password }) =>
      `<tr><td>${escaped(name)}</td><td>${escaped(email)}</td><td><code>${escaped(password)}</code></td></tr>`,
  );
  return `<section><h2>${text.demo}</h2><table class="payung-table"><thead><tr><th scope="col">${text.account}</th>
<th scope="col">${text.email}</th><th scope="col">${text.password}</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

/** Asks before signing out, for whoever comes by an address instead of the button. */
export function logoutPage(locale: Locale, nonce: string): string {
  const text = texts[locale];
  return documentOf(
    { locale, isDemo: false, nonce },
    text.signOut,
    `<form method="post" action="/admin/logout"><h1>${text.signOut}</h1>
<button type="submit">${text.signOutButton}</button><p><a href="/admin">${text.back}</a></p></form>`,
  );
}

/** Says that there is nothing at an address of the panel, and where to go on. */
export function missingPage(page: Pick<LoginPage, 'locale' | 'isDemo' | 'nonce'>): string {
  const text = texts[page.locale];
  const body = `<section><h1>${text.missing}</h1><p>${text.missingAbout}</p><p><a href="/admin">${text.home}</a></p></section>`;
  return documentOf(page, text.missing, body);
}

function documentOf(
  { locale, isDemo, nonce }: Pick<LoginPage, 'locale' | 'isDemo' | 'nonce'>,
  title: string,
  body: string,
): string {
  const demo = isDemo ? `<div class="payung-demo">${escaped(bannerText(locale))}</div>` : '';
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="/admin${logoPath}" type="image/svg+xml">
<link rel="stylesheet" href="/admin${stylePath}"><style nonce="${nonce}">${style}</style></head>
<body>${demo}<main>${body}</main></body></html>`;
}

function bannerText(locale: Locale): string {
  const demo: object = banner[locale].components.Demo ?? {};
  return 'banner' in demo ? String(demo.banner) : 'DEMO';
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

const style = `
html { color-scheme: only light; } body { margin: 0; background: #f4f7f7; color: #16282a;
  font: 16px/24px ${fontFamily}; }
main { display: grid; gap: 24px; justify-items: center; padding: 48px 16px; }
form, section { box-sizing: border-box; width: 100%; max-width: 420px; background: #fff; border: 1px solid #dbe3e3;
  border-radius: 8px; padding: 32px; }
section { max-width: 560px; overflow-x: auto; } section td, section th { white-space: nowrap; }
h1 { margin: 8px 0 4px; font-size: 28px; line-height: 36px; } h2 { margin: 0 0 8px; font-size: 16px; }
p { margin: 0 0 16px; } form > p:last-child { margin: 16px 0 0; }
label { display: block; margin: 16px 0 4px; font-weight: 600; }
input[type=email], input[type=password] { box-sizing: border-box; width: 100%; min-height: 44px; padding: 8px 12px;
  font: inherit; border: 1px solid #8a9a9c; border-radius: 6px; }
button { width: 100%; min-height: 44px; margin-top: 24px; font: inherit; font-weight: 600; color: #fff; background: #0b6b62;
  border: 0; border-radius: 6px; cursor: pointer; } button:hover { background: #084f49; } a { color: #0b5d56; }
@media (max-width: 480px) { main { padding: 16px 12px; } form, section { padding: 20px 16px; } section td, section th { font-size: 12px; padding-right: 8px; } }
.message { background: #fbe9e8; color: #7f1611; border-left: 4px solid #a8201a; padding: 8px 12px; }
`;
