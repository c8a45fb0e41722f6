/** Faces that machines have, those of Windows and Android first: nothing is fetched. */
export const fontFamily =
  "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', system-ui, sans-serif";
