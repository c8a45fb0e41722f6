import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { fontFamily } from '../admin/theme/fonts.js';

/** What every page without script is framed with. */
export interface Frame {
  readonly nonce: string;
  readonly isDemo: boolean;
}

const style = `
  :root { color-scheme: light; } * { box-sizing: border-box; }
  body { margin: 0; font: 16px/24px ${fontFamily}; color: #16282a; background: #f4f7f7; }
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

/** Sends a page that may load nothing but its own style. */
export async function answerPage(
  reply: FastifyReply,
  isDemo: boolean,
  write: (frame: Frame) => string | Promise<string>,
): Promise<FastifyReply> {
  const nonce = randomBytes(16).toString('base64');
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
  return reply.send(await write({ nonce, isDemo }));
}

/** A whole page round its body. */
export function page(title: string, { nonce, isDemo }: Frame, body: string): string {
  const banner = isDemo ? '<div class="demo">DEMO: data contoh, bukan data resmi</div>' : '';
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex"><title>${safe(title)} · Payung</title><style nonce="${nonce}">${style}</style></head>
    <body>${banner}${body}</body></html>`;
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it, never as HTML. */
export function safe(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? '');
}
