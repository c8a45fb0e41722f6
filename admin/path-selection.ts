type Tree = Map<string, Tree>;

/** Paths as one selection: `[['region', 'code'], ['region', 'name']]` as `region { code name }`. */
export function selectionOf(paths: readonly (readonly string[])[]): string {
  const root: Tree = new Map();
  for (const path of paths) {
    let tree = root;
    for (const name of path) {
      const below: Tree = tree.get(name) ?? new Map();
      tree.set(name, below);
      tree = below;
    }
  }
  return printed(root);
}

function printed(tree: Tree): string {
  return [...tree]
    .map(([name, below]) => (below.size > 0 ? `${name} { ${printed(below)} }` : name))
    .join(' ');
}
