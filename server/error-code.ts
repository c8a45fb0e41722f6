/** What a log tells of an error: its code, such as ENOENT or 57014, else its text. Looks at the shape, as Jest gives tests an Error of their own. */
export function errorCode(error: unknown): unknown {
  return hasCode(error) ? error.code : String(error);
}

/** Whether an error has the code. */
export function hasErrorCode({ error, code }: { readonly error: unknown; readonly code: string }): boolean {
  return hasCode(error) && error.code === code;
}

function hasCode(error: unknown): error is { readonly code: unknown } {
  return typeof error === 'object' && error !== null && 'code' in error;
}
