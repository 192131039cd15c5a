/** A total and what it is made of, to any depth. A node without children is a leaf. */
export interface Tree<T> {
  readonly name: string;
  readonly value: T;
  readonly children: readonly Tree<T>[];
}

/** The same tree with other values. */
export function mapTree<T, U>(tree: Tree<T>, change: (node: Tree<T>) => U): Tree<U> {
  return {
    name: tree.name,
    value: change(tree),
    children: tree.children.map((child) => mapTree(child, change)),
  };
}

/** The same tree with values that rest on those of the children, worked out from the leaves to the root. */
export function mapUpwards<T, U>(
  tree: Tree<T>,
  change: (node: Tree<T>, children: readonly Tree<U>[]) => U,
): Tree<U> {
  const children = tree.children.map((child) => mapUpwards(child, change));
  return { name: tree.name, value: change(tree, children), children };
}

/** Every node, each before its children, from left to right. */
export function nodesOf<T>(tree: Tree<T>): readonly Tree<T>[] {
  const nodes: Tree<T>[] = [];
  const visit = (node: Tree<T>): void => {
    nodes.push(node);
    for (const child of node.children) visit(child);
  };
  visit(tree);
  return nodes;
}

/** The nodes without children, from left to right. */
export function leavesOf<T>(tree: Tree<T>): readonly Tree<T>[] {
  return nodesOf(tree).filter(({ children }) => children.length === 0);
}
