declare module 'pg/lib/utils.js' {
  /** The text, bytes or null that node-postgres sends for a JavaScript value. */
  function prepareValue(value: unknown): string | Buffer | null;
  const utils: { readonly prepareValue: typeof prepareValue };
  export = utils;
}
