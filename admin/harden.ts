const stateStart = 'window.REDUX_STATE';
const stateEnd = 'window.THEME_COMPONENTS';

/**
 * AdminJS's page made safe to send: no font from another host, `<` escaped in the inline state (a name such as
 * `</script>` would otherwise end it), and the nonce on every script, without which the policy refuses them.
 * @throws Error when the page has no state where it is expected, as a new version of AdminJS might do it.
 */
export function hardened(html: string, nonce: string): string {
  const start = html.indexOf(stateStart);
  const end = html.indexOf(stateEnd);
  if (start < 0 || end < start)
    throw new Error('AdminJS has changed its page: the inline state was not found');
  const state = html.slice(start, end).replaceAll('<', '\\u003c');
  return (
    withNonce(withoutForeignLinks(html.slice(0, start)), nonce) +
    state +
    withNonce(withoutForeignLinks(html.slice(end)), nonce)
  );
}

function withNonce(html: string, nonce: string): string {
  return html.replaceAll(/<script(?=[\s>])/g, `<script nonce="${nonce}"`);
}

function withoutForeignLinks(html: string): string {
  return html.replaceAll(/<link\b[^>]*\bhref="https?:\/\/[^>]*>/g, '');
}
