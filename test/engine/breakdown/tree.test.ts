import { expect, test } from "vitest";
import { leavesOf, mapTree, mapUpwards, nodesOf, type Tree } from "../../../src/engine/breakdown/tree.ts";

const leaf = (name: string, value: number): Tree<number> => ({ name, value, children: [] });
const tree: Tree<number> = {
  name: "total",
  value: 0,
  children: [
    { name: "goods", value: 0, children: [leaf("rice", 3), leaf("seafood", 4)] },
    leaf("services", 5),
  ],
};
const namesOf = (nodes: readonly Tree<number>[]) => nodes.map(({ name }) => name);

test("nodes come before their children, leaves from left to right", () => {
  expect(namesOf(nodesOf(tree))).toEqual(["total", "goods", "rice", "seafood", "services"]);
  expect(namesOf(leavesOf(tree))).toEqual(["rice", "seafood", "services"]);
  expect(namesOf(leavesOf(leaf("alone", 1)))).toEqual(["alone"]);
});

test("values change from above or from below, names and order stay", () => {
  expect(nodesOf(mapTree(tree, ({ value }) => value * 2)).map(({ value }) => value)).toEqual([
    0, 0, 6, 8, 10,
  ]);
  const sums = mapUpwards<number, number>(tree, ({ value }, children) =>
    children.reduce((sum, child) => sum + child.value, value),
  );
  expect(nodesOf(sums).map(({ name, value }) => [name, value])).toEqual([
    ["total", 12],
    ["goods", 7],
    ["rice", 3],
    ["seafood", 4],
    ["services", 5],
  ]);
});
