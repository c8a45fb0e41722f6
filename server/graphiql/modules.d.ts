declare module '*.css';

// react-dom 18 comes without types; this is the only use of it that we write ourselves
declare module 'react-dom/client' {
  export function createRoot(place: Element): { render(children: unknown): void };
}
