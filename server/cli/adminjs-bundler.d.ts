/** AdminJS exports its bundler without types. */
declare module 'adminjs/bundler' {
  export const componentsBundler: {
    createEntry(entry: { readonly content: string }): Promise<void>;
    build(): Promise<void>;
  };
}
