import type { z } from "zod";
import type { ScenarioAsk } from "../engine/question.ts";
import type { PeriodAssumption, ScenarioAssumption } from "../engine/target/scenario.ts";
import type { ScenarioInput } from "./fields.ts";
import type { FigureReader } from "./figure-reader.ts";
import type { ProblemList } from "./problems.ts";

const ASSUMPTIONS = ["remainderGrowth", "yearGrowth", "fullYear", "perPeriod", "periods", "shock"] as const;

/** The caller's own scenarios; a bad one is noted with its place in the list. */
export function readScenarios(
  problems: ProblemList,
  figures: FigureReader,
  input: readonly z.infer<typeof ScenarioInput>[],
): readonly ScenarioAsk[] {
  const names = new Set<string>();
  return input.flatMap((raw, index) => {
    const path = `scenarios.${index}`;
    const name = raw.name ?? `scenario ${index + 1}`;
    if (names.has(name))
      problems.add(path, `two scenarios are called "${name}"`, "give each scenario its own name");
    names.add(name);
    const given = ASSUMPTIONS.filter((name) => raw[name] !== undefined);
    if (given.length !== 1) {
      problems.add(
        path,
        given.length === 0
          ? "the scenario assumes nothing"
          : `the scenario assumes ${given.join(" and ")} at once`,
        `give exactly one of ${ASSUMPTIONS.join(", ")}`,
      );
      return [];
    }
    const assumption = readAssumption(problems, figures, raw, path);
    return assumption ? [{ name, assumption, path }] : [];
  });
}

function readAssumption(
  problems: ProblemList,
  figures: FigureReader,
  raw: z.infer<typeof ScenarioInput>,
  path: string,
): ScenarioAssumption | undefined {
  for (const kind of ["remainderGrowth", "yearGrowth"] as const) {
    if (raw[kind] === undefined) continue;
    const growth = figures.growth(raw[kind], `${path}.${kind}`);
    return growth && { kind, growth: growth.value };
  }
  for (const kind of ["fullYear", "perPeriod"] as const) {
    if (raw[kind] === undefined) continue;
    const amount = figures.amount(raw[kind], `${path}.${kind}`);
    return amount && { kind, value: amount.value };
  }
  if (raw.shock) {
    const change = figures.inRole(raw.shock.change, `${path}.shock.change`, "ratio");
    if (change && change.value < -1)
      problems.add(
        `${path}.shock.change`,
        "more than everything cannot be lost",
        "-100% stops the named periods",
      );
    return change && { kind: "shock", change: change.value, periods: raw.shock.periods };
  }
  const periods = (raw.periods ?? []).flatMap((named, index): readonly PeriodAssumption[] => {
    const at = `${path}.periods.${index}`;
    if ((named.value === undefined) === (named.growth === undefined)) {
      problems.add(at, "a named period has either a value or a growth");
      return [];
    }
    const value = figures.amount(named.value, `${at}.value`);
    const growth = figures.growth(named.growth, `${at}.growth`);
    if (value) return [{ period: named.period, value: value.value }];
    return growth ? [{ period: named.period, growth: growth.value }] : [];
  });
  return { kind: "periods", periods };
}
