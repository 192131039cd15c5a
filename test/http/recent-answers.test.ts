import { expect, test } from "vitest";
import { RecentAnswers } from "../../src/http/recent-answers.ts";

const counted = () => {
  const asked: string[] = [];
  const recent = new RecentAnswers();
  const of = (address: string, body = address) =>
    recent.of(address, () => {
      asked.push(address);
      return { body, tag: `W/"${address}"` };
    });
  return { asked, of };
};

test("an address that is asked again is not worked out again", () => {
  const { asked, of } = counted();
  expect(of("a")).toEqual(of("a"));
  expect(asked).toEqual(["a"]);
});

test("the address asked longest ago is forgotten first", () => {
  const { asked, of } = counted();
  of("first");
  for (let cell = 0; cell < 255; cell += 1) of(`cell ${cell}`);
  of("first");
  of("one more");
  of("first");
  of("cell 0");
  expect(asked.filter((address) => address === "first")).toHaveLength(1);
  expect(asked.filter((address) => address === "cell 0")).toHaveLength(2);
});

test("a long answer is not kept, and a refusal is worked out anew", () => {
  const { asked, of } = counted();
  of("long", "x".repeat(40_000));
  of("long", "x".repeat(40_000));
  expect(asked).toHaveLength(2);
  const recent = new RecentAnswers();
  const refuse = () => {
    throw new Error("refused");
  };
  expect(() => recent.of("bad", refuse)).toThrow("refused");
  expect(() => recent.of("bad", refuse)).toThrow("refused");
});
