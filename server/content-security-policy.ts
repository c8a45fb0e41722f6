/** What a page of ours may load and do: only our own files, scripts only with this answer's nonce. */
export function contentSecurityPolicy(nonce: string, framedBy: "'none'" | "'self'" = "'none'"): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'", // styled-components and Monaco write style elements
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
    "form-action 'self'",
  ].join('; ');
}
