declare module '*.css';

/** Bundled as its text. */
declare module '*.md' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: what esbuild makes of a text
  export default text;
}

// react-dom 18 comes without types; this is the only use of it that we write ourselves
declare module 'react-dom/client' {
  export function createRoot(place: Element): { render(children: unknown): void };
}
