export const clientFiles: { readonly schema: string; readonly operations: string; readonly client: string };
export function clientCode(root: string): Promise<string>;
