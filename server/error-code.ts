/** Whether a system error has the code, such as ENOENT; looks at the shape, as Jest gives tests an Error of their own. */
export function hasErrorCode({ error, code }: { readonly error: unknown; readonly code: string }): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
