import type { Draft, Subject, Told } from "./draft.ts";
import type { Doubt } from "./extraction.ts";
import { labelOf } from "./indicators.ts";
import type { Item } from "./items.ts";
import type { Amount, PeriodMention } from "./mention.ts";
import { type PercentRole, percentRole } from "./percent-role.ts";
import type { PlaceMention } from "./places.ts";
import { pairedLists, type Run, runsOf, shareRole } from "./respectively.ts";
import type { Token } from "./token.ts";

/** What was read so far and may be left out further on. */
export interface ArticleState {
  readonly tokens: readonly Token[];
  readonly drafts: Draft[];
  place: string | undefined;
  subject: Subject | undefined;
  period: PeriodMention | undefined;
  /** The figure that "this" or a bare percentage speaks of. */
  current: Draft | undefined;
  /** The last figure that was of a whole indicator. */
  headline: Draft | undefined;
  /** The last target that was told. */
  target: Draft | undefined;
  sentence: number;
}

/** How many items on either side of an amount are looked at. */
const FARTHEST = 30;
/** Between words that belong together stand at most so many tokens. */
const ADJACENT = 3;

/** The figures of one sentence, added to those of the article. */
export function readSentence(items: readonly Item[], state: ArticleState): void {
  new SentenceReader(items, state).read();
}

class SentenceReader {
  items: readonly Item[];
  paired: ReadonlySet<Item> = new Set();
  readonly state: ArticleState;
  readonly roles = new Map<Item, PercentRole>();
  readonly consumed = new Set<Item>();
  /** Where what belongs to the next amount begins. */
  segment = 0;
  /** The last amount's figure in this sentence. */
  last: Draft | undefined;
  /** The last one that was reported. */
  lastValue: Draft | undefined;
  pending: { told: Told; role: "share" | "growth"; at: number; subject: Subject | undefined }[] = [];

  readonly sentenceDrafts: Draft[] = [];
  percentRuns: readonly Run[] = [];
  /** The level of the year before, where it is told before the value: "from 566 to 674 million USD". */
  priorAhead: Amount | undefined;

  constructor(items: readonly Item[], state: ArticleState) {
    this.items = items;
    this.state = state;
  }

  read(): void {
    const { state } = this;
    for (const [at, item] of this.items.entries())
      if (item.kind === "percent" || item.kind === "multiple")
        this.roles.set(item, percentRole(this.items, at, state.tokens, this.consumed));
    const { items, paired } = pairedLists(this.items, this.roles);
    this.items = items;
    this.paired = paired;
    this.percentRuns = runsOf(items, "percent");
    for (const run of this.percentRuns) shareRole(run, this.roles);
    const outside: (Draft | undefined)[] = [];
    (globalThis as any).__items?.(items, this.roles);
    for (const [at, item] of items.entries()) {
      if (item.kind === "amount") this.readAmount(item, at);
      else if (item.kind === "percent" || item.kind === "multiple") this.readPercent(at);
      else if (item.kind === "cue" && (item.cue === "onPlan" || item.cue === "unchanged"))
        this.readEquality(at);
      else if (item.kind === "indicator") this.flush(item);
      else if (item.kind === "sign" && item.sign === "(") outside.push(this.last);
      else if (item.kind === "sign" && item.sign === ")") this.last = outside.pop() ?? this.last;
    }
    this.flush();
    this.rememberPeriod();
  }

  /** A sentence without figures may say what the next ones speak of. */
  rememberPeriod(): void {
    const { state, items } = this;
    const hasDraft = state.drafts.at(-1)?.sentence === state.sentence;
    if (!hasDraft) this.rememberSubject();
    if (hasDraft && state.period) return;
    if (this.hasCue("aim", 0, items.length)) return;
    const period = this.periodIn(0, items.length) ?? this.yearNamed();
    if (!period || period.isRest || period.throughYear !== undefined) return;
    if (!state.period || period.isCumulative || state.period.isYear) state.period = period;
  }

  /** "It missed its target in 2019" speaks of 2019, though the year is the target's. */
  yearNamed(): PeriodMention | undefined {
    const at = this.items.findIndex(
      (item, index) => item.kind === "period" && item.isYear && !this.isComparison(index),
    );
    return this.items[at] as PeriodMention | undefined;
  }

  rememberSubject(): void {
    const named = this.items.findLast((item) => item.kind === "indicator" && !item.isOther);
    const isSpokenOf = !this.state.subject || this.items.slice(0, 3).includes(named as Item);
    if (named?.kind === "indicator" && isSpokenOf) this.state.subject = { indicator: labelOf(named) };
  }

  /** Percentages whose amount never came are growth that is told alone. */
  flush(next?: Item): void {
    const kept: typeof this.pending = [];
    for (const pending of this.pending) {
      const { told, role, at, subject } = pending;
      if (next && subject === undefined) {
        kept.push(pending);
        continue;
      }
      if (role !== "growth" || !subject || subject.isOther || subject.component) continue;
      if (!KNOWN_UNITS.has(subject.indicator)) continue;
      if (this.isAimedAt(at)) continue;
      const item = this.items[at] as Item;
      const period = this.periodNear(at);
      if (period?.isRest || period?.throughYear !== undefined) continue;
      const doubts = new Set<Doubt>();
      const draft: Draft = {
        ...subject,
        place: this.placeBefore(at, doubts),
        period: period ?? this.carriedPeriod(doubts),
        growth: told,
        hedge: this.hasCue("estimate", this.segmentStart(at), at)
          ? "estimated"
          : ((item as { hedge?: Draft["hedge"] }).hedge ?? "exact"),
        purpose: this.hasCue("modal", this.segmentStart(at), at) ? "expected" : "value",
        doubts,
        from: item.from,
        to: item.to,
        sentence: this.state.sentence,
      };
      this.state.drafts.push(draft);
    }
    this.pending = kept;
  }

  segmentStart(at: number): number {
    for (let before = at - 1; before >= 0; before -= 1)
      if (this.items[before]?.kind === "amount") return before + 1;
    return 0;
  }

  isAimedAt(at: number): boolean {
    const start = this.segmentStart(at);
    return (
      this.hasCue("aim", start, at) ||
      this.items
        .slice(start, at)
        .some((item) => item.kind === "cue" && item.cue === "target" && !this.consumed.has(item))
    );
  }

  hasCue(cue: string, from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) {
      const item = this.items[at];
      if (item?.kind === "cue" && item.cue === cue) return true;
    }
    return false;
  }

  readPercent(at: number): void {
    const item = this.items[at] as Item;
    const found = this.ofTargetBefore(at) ?? this.roles.get(item);
    if (found?.role === "pointsAbove" && this.last) this.last.points = found.written;
    if (!found || (found.role !== "share" && found.role !== "growth")) return;
    if (found.role === "growth" && this.isOfCount(at)) return;
    const ofList = this.ofList(at);
    if (ofList) {
      this.attach(ofList, { ratio: found.ratio, written: found.written }, found.role, item);
      return;
    }
    const told: Told = { ratio: found.ratio, written: found.written };
    const subject = this.newSubject(this.segment, at);
    const goal = this.goalOf(at, subject !== "none");
    if (goal === "next") {
      this.pending.push({
        told,
        role: found.role,
        at,
        subject: subject === "none" || subject === "unknown" ? undefined : subject,
      });
      return;
    }
    const spokenOf =
      this.state.current?.component && this.hasCue("total", this.segment, at)
        ? this.state.headline
        : this.state.current;
    const current = this.last ?? spokenOf;
    if (subject === "none" && !this.last && this.opensSentence(at))
      this.pending.push({ told, role: found.role, at, subject: undefined });
    else if (subject === "none") this.attach(current, told, found.role, item);
    else if (typeof subject === "object" && current && this.isOfCurrent(subject, current, at))
      this.attach(current, told, found.role, item);
    else if (subject === "unknown") {
      if (found.role === "share" && this.last && !this.hasCue("ofWhich", this.segment, at))
        this.attach(this.last, told, found.role, item);
    } else this.pending.push({ told, role: found.role, at, subject });
  }

  /** A bare percentage that a value and a target told before make a share: "900 million USD planned, 684 million, or 76%". */
  ofTargetBefore(at: number): PercentRole | undefined {
    const item = this.items[at] as Item;
    const role = this.roles.get(item);
    if (item.kind !== "percent" || (role?.role !== "none" && role?.role !== "composition")) return undefined;
    const { target } = this.state;
    const value = this.last?.purpose === "target" ? this.lastValue : (this.last ?? this.state.current);
    if (!value?.amount || !target?.amount || value.share || value.amount.unit !== target.amount.unit)
      return undefined;
    const implied = value.amount.value / target.amount.value;
    if (Math.abs(implied - item.value) > SHARE_TOLERANCE * item.value) return undefined;
    this.last = value;
    return { role: "share", ratio: item.value, written: `${item.literal}%` };
  }

  readEquality(at: number): void {
    const item = this.items[at] as Item & { kind: "cue" };
    const told: Told =
      item.cue === "onPlan" ? { ratio: 1, written: "100%" } : { ratio: 0, written: "0%", isRough: true };
    const role = item.cue === "onPlan" ? "share" : "growth";
    const amountFollows = this.items.slice(at + 1, at + 8).some(({ kind }) => kind === "amount");
    if (!this.last && amountFollows) {
      this.pending.push({ told, role, at, subject: undefined });
      return;
    }
    const draft = this.last ?? this.state.current;
    if (!draft) return;
    this.attach(draft, told, role, item);
    if (item.cue === "onPlan" && draft.share === told) draft.isOnPlan = true;
  }

  /** Whether a percentage speaks of the amount that follows: "grew by 28.87% to 17.2 billion". */
  goalOf(at: number, isNewSubject: boolean): "next" | "last" {
    const { items } = this;
    for (let after = at + 1; after < items.length && after - at < FARTHEST; after += 1) {
      const item = items[after] as Item;
      if (
        item.kind === "indicator" ||
        item.kind === "component" ||
        (item.kind === "sign" && item.sign === ";")
      )
        return "last";
      if (item.kind !== "amount") continue;
      if (this.isAside(after)) continue;
      const before = items[after - 1];
      const leads = before?.kind === "cue" && before.cue === "to";
      const word = this.state.tokens[item.from - 1]?.text;
      if (leads && (word === "to" || word === "lên" || word === "xuống")) return "next";
      return leads && (isNewSubject || !this.last) ? "next" : "last";
    }
    return "last";
  }

  /** "exports were A and imports B, up 41 and 57 percent": the k-th percentage is of the k-th amount. */
  ofList(at: number): Draft | undefined {
    const run = this.percentRuns.find(({ from, to }) => at >= from && at < to);
    if (!run || this.paired.has(this.items[at] as Item)) return undefined;
    const drafts = this.sentenceDrafts.slice(-run.members.length);
    const isOfEach =
      drafts.length === run.members.length &&
      new Set(
        drafts.map(
          ({ indicator, component, place, period }) => `${indicator}${component}${place}${period?.from}`,
        ),
      ).size === drafts.length;
    return isOfEach ? drafts[run.members.indexOf(this.items[at] as Item)] : undefined;
  }

  /** "205,000 tonnes, up 14%": growth of something that is not money. */
  isOfCount(at: number): boolean {
    for (let before = at - 1; before >= Math.max(0, at - 8); before -= 1) {
      const item = this.items[before] as Item;
      if (item.kind === "amount" || item.kind === "indicator") return false;
      if (item.kind === "other") return item.noun !== undefined;
    }
    return false;
  }

  /** "Fulfilling 48.9 percent of the target, exports amounted to 655 million USD". */
  opensSentence(at: number): boolean {
    if (this.hasCue("total", 0, at)) return false;
    const rest = this.items.slice(at + 1, at + FARTHEST);
    const amount = rest.findIndex(({ kind }) => kind === "amount");
    return amount >= 0 && rest.slice(0, amount).some(({ kind }) => kind === "indicator");
  }

  /** A percentage whose subject is that of the amount before it. */
  isOfCurrent(subject: Subject, current: Draft, at: number): boolean {
    if (current.indicator !== subject.indicator || current.component !== subject.component) return false;
    if (current.purpose !== "value") return false;
    const place = this.placeIn(this.segment, at);
    if (place !== undefined && place !== current.place) return false;
    const period = this.periodIn(this.segment, at);
    return (
      period === undefined ||
      (period.fromMonth === current.period?.fromMonth &&
        period.throughMonth === current.period.throughMonth &&
        (period.year === undefined || period.year === current.period.year))
    );
  }

  attach(draft: Draft | undefined, told: Told, role: "share" | "growth", item: Item): void {
    if (!draft) return;
    if (role === "share") {
      const planYear = this.planYearOf(item);
      if (planYear !== undefined) draft.planYear ??= planYear;
      if (draft.share) {
        draft.doubts.add("severalShares");
        return;
      }
      draft.share = told;
    } else {
      if (draft.growth && !draft.growth.isRough) return;
      draft.growth = told;
    }
    draft.to = Math.max(draft.to, item.to);
  }

  planYearOf(percent: Item): number | undefined {
    const at = this.items.indexOf(percent);
    for (let after = at + 1; after <= at + 3; after += 1) {
      const item = this.items[after];
      const next = this.items[after + 1];
      if (item?.kind !== "period") continue;
      if (item.isYear && next?.kind === "cue" && next.cue === "target") return item.year;
      return this.isOfTarget(after) && item.isYear ? item.year : undefined;
    }
    return undefined;
  }

  /** The subject that items name: "none" where they name none, "unknown" where it is not in the vocabulary. */
  newSubject(from: number, to: number): Subject | "none" | "unknown" {
    let indicator: (Item & { kind: "indicator" }) | undefined;
    let component: (Item & { kind: "component" }) | undefined;
    let foreign: PlaceMention | undefined;
    let words = 0;
    let isTotal = false;
    let place: PlaceMention | undefined;
    for (let at = from; at < to; at += 1) {
      const item = this.items[at] as Item;
      if (item.kind === "indicator") {
        if (this.consumed.has(item)) continue;
        if (component && !this.isBeside(component, item) && !component.name.startsWith("excluding"))
          component = undefined;
        indicator = item;
        words = 0;
      } else if (item.kind === "component") {
        if (
          !indicator ||
          this.isBeside(indicator, item) ||
          this.hasCue("ofWhich", this.items.indexOf(indicator), at) ||
          item.name.startsWith("excluding") ||
          (at === to - 1 && this.paired.has(this.items[to] as Item))
        )
          component = this.isApposition(at, to) ? component : item;
      } else if (item.kind === "place") {
        if (item.level === "foreign") foreign = item;
        else place = item;
      } else if (item.kind === "word") words += 1;
      else if (item.kind === "cue" && item.cue === "total") isTotal = true;
    }
    if (indicator) {
      const isMarket =
        foreign !== undefined && foreign.from > indicator.from && foreign.from - indicator.to <= ADJACENT + 1;
      const named =
        component?.name ?? (isMarket ? `to_${foreign?.name.toLowerCase().replaceAll(" ", "_")}` : undefined);
      return {
        indicator: labelOf(indicator),
        ...(named && { component: named }),
        ...(indicator.isOther && { isOther: true }),
      };
    }
    if (component) {
      const carried = this.last ?? this.state.subject;
      if (component.of && !carried?.indicator.startsWith(component.of))
        return { indicator: component.of, component: component.name };
      return carried ? { indicator: carried.indicator, component: component.name } : "unknown";
    }
    if (this.hasCue("ofWhich", from, to) && words > 0) return "unknown";
    const isOtherPlace = place !== undefined && this.last !== undefined && place.name !== this.last.place;
    if (isOtherPlace && this.last)
      return {
        indicator: this.last.indicator,
        ...(this.last.component && { component: this.last.component }),
      };
    if (words > (this.last ? 10 : isTotal ? 6 : 1)) return "unknown";
    return "none";
  }

  /** "Thai Nguyen, home of a large mobile phone complex, followed with": a component that only describes a place. */
  isApposition(at: number, to: number): boolean {
    const before = this.items.slice(0, at).findLast(({ kind }) => kind === "sign" || kind === "amount");
    const opening = before ? this.items.indexOf(before) : -1;
    const after = this.items.slice(at + 1, to).find(({ kind }) => kind === "sign");
    return (
      before?.kind === "sign" &&
      before.sign === "," &&
      this.items[opening - 1]?.kind === "place" &&
      after?.kind === "sign" &&
      after.sign === ","
    );
  }

  isBeside(a: Item, b: Item): boolean {
    const gap = b.from - a.to;
    if (gap < 0 || gap > ADJACENT) return false;
    const first = this.items.indexOf(a);
    return this.items[first + 1] === b;
  }

  readAmount(amount: Amount, at: number): void {
    const start = this.segment;
    const role = this.roleOf(at, start);
    if (role === "conversion" || role === "aside") return;
    if (role === "base") {
      const draft = this.last ?? (this.hasSubject(start, at) ? undefined : this.state.current);
      if (!draft) this.priorAhead = amount;
      else {
        this.segment = at + 1;
        if (!draft.prior && draft.amount?.unit === amount.unit) draft.prior = amount;
      }
      return;
    }
    this.segment = at + 1;
    if (role === "skip") {
      this.pending = [];
      if (this.last?.points !== undefined) this.last.excess ??= amount;
      return;
    }
    const doubts = new Set<Doubt>();
    const found = this.subjectOf(amount, at, start, doubts);
    const subject = found
      ? bare(found)
      : role === "target" && !this.state.subject
        ? { indicator: "" }
        : undefined;
    if (!subject) {
      this.pending = [];
      this.last = undefined;
      this.skipCurrent();
      return;
    }
    const isTarget = role === "target";
    const targetPeriod = isTarget ? this.targetPeriodOf(at, start) : undefined;
    const period = isTarget ? undefined : this.periodOf(at, start, doubts);
    if (period?.isRest) {
      this.pending = [];
      return;
    }
    const draft: Draft = {
      ...subject,
      amount,
      place: this.placeOf(at, start, doubts),
      period: isTarget ? targetPeriod : period,
      hedge: this.hedgeOf(amount, at, start),
      purpose: isTarget ? "target" : role === "expected" ? "expected" : "value",
      targetPeriod,
      ...(this.paired.has(amount) && { isPaired: true }),
      doubts,
      from: amount.from,
      to: amount.to,
      sentence: this.state.sentence,
    };
    for (const { told, role: kind, at: where } of this.pending)
      this.attach(draft, told, kind, this.items[where] as Item);
    draft.from = Math.min(
      draft.from,
      ...this.pending.map(({ at: where }) => (this.items[where] as Item).from),
    );
    this.pending = [];
    if (this.priorAhead?.unit === amount.unit) draft.prior = this.priorAhead;
    this.priorAhead = undefined;
    this.state.drafts.push(draft);
    if (isTarget) this.state.target = draft;
    if (isTarget && this.lastValue && this.isOfShare(at, start)) {
      this.last = this.lastValue;
      return;
    }
    this.last = draft;
    if (draft.isOther) return;
    if (!isTarget) {
      this.lastValue = draft;
      this.sentenceDrafts.push(draft);
    }
    this.state.current = draft;
    if (isTarget && !draft.component && !doubts.has("indicatorCarried"))
      this.state.subject = { indicator: draft.indicator };
    if (isTarget && draft.place && !doubts.has("placeCarried")) this.state.place = draft.place;
    if (!isTarget) {
      if (!draft.component) {
        this.state.subject = { indicator: draft.indicator };
        this.state.headline = draft;
      }
      if (draft.place) this.state.place = draft.place;
      if (
        period &&
        !doubts.has("periodCarried") &&
        (period.isCumulative || period.isYear || !this.state.period)
      )
        this.state.period = period;
    }
  }

  skipCurrent(): void {
    this.state.current = undefined;
  }

  /** "65.6% of the yearly target of US$1.07 billion": what follows speaks of the value again. */
  isOfShare(at: number, start: number): boolean {
    for (let before = at - 1; before >= start; before -= 1) {
      const item = this.items[before] as Item;
      if (item.kind === "cue" && item.cue === "target") return this.consumed.has(item);
      if (item.kind === "cue" && item.cue === "aim") return false;
      if (item.kind === "percent" || (item.kind === "sign" && item.sign === ";")) return false;
    }
    return false;
  }

  /** An amount that repeats the one before it in another currency. */
  isAside(at: number): boolean {
    const amount = this.items[at] as Amount;
    let before = at - 1;
    const opening = this.items[before];
    if (opening?.kind === "sign" && opening.sign === "(") {
      const last = this.items
        .slice(Math.max(0, before - 3), before)
        .findLast(({ kind }) => kind === "amount");
      if (last?.kind === "amount" && last.unit !== amount.unit) return true;
    }
    while (before >= 0) {
      const item = this.items[before] as Item;
      if (item.kind === "amount") return item.unit !== amount.unit;
      const links =
        (item.kind === "sign" && (item.sign === "(" || item.sign === ",")) ||
        (item.kind === "cue" && (item.cue === "equals" || item.cue === "estimate"));
      if (!links) return false;
      before -= 1;
    }
    return false;
  }

  roleOf(
    at: number,
    start: number,
  ): "value" | "target" | "expected" | "base" | "conversion" | "aside" | "skip" {
    const { items } = this;
    if (this.isAside(at)) return "conversion";
    if (this.isYearInBrackets(at)) return "base";
    const word = this.state.tokens[(items[at] as Item).to]?.text;
    if (word === "each" || word === "apiece" || word === "mỗi") return "skip";
    const before = this.nearBefore(at, start);
    const target = before.target;
    if (target !== undefined && this.isTargetHere(target, at, start)) return "target";
    if (this.isTargetAfter(at)) return "target";
    if (before.base) return "base";
    if (before.difference) return "skip";
    if (this.hasCue("need", start, at) && !this.hasCue("total", start, at)) return "skip";
    const aim = lastIndex(items, start, at, (item) => item.kind === "cue" && item.cue === "aim");
    if (aim >= 0 && !items.slice(aim, at).some((item) => item.kind === "sign" && item.sign === ";"))
      return "target";
    if (
      target === undefined &&
      this.last?.purpose === "target" &&
      this.last.sentence === this.state.sentence &&
      this.isListed(start, at)
    )
      return "target";
    if (this.hasCue("modal", start, at)) return "expected";
    return "value";
  }

  /** "Plans are industrial output of A, retail sales of B and exports of C": all of one list are targets. */
  isListed(start: number, at: number): boolean {
    return !this.items.slice(start, at).some((item) => {
      if (item.kind === "period") return !item.isYear;
      if (item.kind === "place" || item.kind === "percent") return true;
      if (item.kind === "sign") return item.sign === ";" || item.sign === ":";
      return (
        item.kind === "cue" && (item.cue === "boundary" || item.cue === "estimate" || this.isReaching(item))
      );
    });
  }

  /** A verb of having got there, and not the "of", "to" or "đạt" of a list. */
  isReaching({ from }: Item): boolean {
    return REACHING.has(this.state.tokens[from]?.text ?? "");
  }

  /** "1.18 billion USD in 2021 (2020: 866 million USD)". */
  isYearInBrackets(at: number): boolean {
    const colon = this.items[at - 1];
    const year = this.items[at - 2];
    const bracket = this.items[at - 3];
    return (
      this.last !== undefined &&
      colon?.kind === "sign" &&
      colon.sign === ":" &&
      year?.kind === "period" &&
      year.isYear &&
      bracket?.kind === "sign" &&
      bracket.sign === "("
    );
  }

  /** What stands right before an amount, as far as nothing else comes between. */
  nearBefore(at: number, start: number): { target?: number; base?: boolean; difference?: boolean } {
    let isReached = false;
    let hasComma = false;
    for (let before = at - 1; before >= Math.max(start, at - FARTHEST); before -= 1) {
      const item = this.items[before] as Item;
      if (item.kind === "cue") {
        if (item.cue === "target") return { target: before };
        if (item.cue === "to") {
          const word = this.state.tokens[item.from]?.text;
          if (word !== "là" && word !== "was" && word !== "were" && word !== "is") isReached = true;
        }
        if (
          !isReached &&
          !hasComma &&
          (item.cue === "rise" || item.cue === "fall" || item.cue === "difference") &&
          !EARNED.has(this.state.tokens[item.from]?.text ?? "") &&
          (this.items[at] as Item).from - item.to <= 2
        )
          return { difference: true };
        if (
          !isReached &&
          !hasComma &&
          (item.cue === "samePeriod" || item.cue === "comparedTo") &&
          !this.isThesePeriod(before) &&
          (this.items[at] as Item).from - item.to <= (this.consumed.has(item) ? 1 : ADJACENT + 1)
        )
          return { base: true };
        if (
          !isReached &&
          !hasComma &&
          item.cue === "samePeriod" &&
          this.consumed.has(item) &&
          this.items[before + 1]?.kind === "sign" &&
          before + 2 >= at - 1
        )
          return { base: true };
        if (item.cue === "unchanged") isReached = true;
        if (item.cue === "boundary") return {};
      } else if (item.kind === "indicator" || item.kind === "component") isReached = true;
      else if (item.kind === "sign" && item.sign === ";") return {};
      else if (item.kind === "sign" && item.sign === ",") hasComma = true;
      else if (item.kind === "period" && !isReached && !hasComma) {
        const compared = this.isComparison(before);
        if (compared && (this.items[at] as Item).from - item.to <= 2) return { base: true };
      }
    }
    return {};
  }

  /** "Over the same period" of a report's own months, and not of the year before. */
  isThesePeriod(at: number): boolean {
    const item = this.items[at] as Item;
    const next = this.items[at + 1];
    const isSame =
      this.state.tokens[item.from]?.text === "same" || this.state.tokens[item.from + 1]?.text === "same";
    return isSame && next?.kind !== "period" && !(next?.kind === "sign" && next.sign === "(");
  }

  isTargetHere(target: number, at: number, start: number): boolean {
    const item = this.items[target] as Item;
    if (this.isPlanning(target)) return true;
    const between = this.items.slice(target + 1, at);
    const hasSeparator = between.some(
      (other) => other.kind === "sign" && (other.sign === "," || other.sign === ";"),
    );
    if (this.consumed.has(item))
      return (
        !hasSeparator &&
        !between.some(
          (other) =>
            other.kind === "cue" && other.cue !== "to" && other.cue !== "total" && other.cue !== "estimate",
        ) &&
        !between.some((other) => other.kind === "indicator")
      );
    const previous = this.items[target - 1];
    const isBeaten =
      previous?.kind === "cue" &&
      (previous.cue === "above" || previous.cue === "below") &&
      target - 1 >= start;
    if (isBeaten && hasSeparator) return false;
    if (hasSeparator && !this.hasCue("aim", start, target)) return false;
    return true;
  }

  /** "Tien Giang plans exports of": who plans stands right before. */
  isPlanning(target: number): boolean {
    const word = this.state.tokens[(this.items[target] as Item).from]?.text;
    const before = this.items[target - 1];
    return (
      (word === "plans" || word === "targets") &&
      (before?.kind === "place" || (before?.kind === "cue" && before.cue === "total"))
    );
  }

  /** "the US$1 billion target", "its 1-billion-USD export plan". */
  isTargetAfter(at: number): boolean {
    const amount = this.items[at] as Item;
    for (let after = at + 1; after <= at + 3; after += 1) {
      const item = this.items[after];
      if (!item || item.from - amount.to > ADJACENT) return false;
      if (item.kind === "cue" && item.cue === "target") return !this.consumed.has(item);
      if (
        item.kind !== "indicator" &&
        item.kind !== "component" &&
        !(item.kind === "sign" && item.sign === "-") &&
        item.kind !== "period"
      )
        return false;
    }
    return false;
  }

  subjectOf(amount: Amount, at: number, start: number, doubts: Set<Doubt>): Subject | undefined {
    const after = this.subjectAfter(at);
    const before = this.newSubject(start, at);
    if (after && typeof before !== "object") this.skipSubject(at);
    if (after?.isOther && (before === "none" || before === "unknown")) return after;
    if (typeof before === "object") return before;
    if (after) return after;
    const ahead = this.last ? undefined : this.subjectAhead(at, start);
    if (ahead) return ahead;
    const carried = this.last ?? this.state.subject;
    if (before === "unknown") {
      const isTotal = this.hasCue("total", start, at) || this.isMeasured(at, start);
      if (isTotal && !this.hasCue("ofWhich", start, at)) return this.headline(doubts, amount);
      if (this.isOfPlace(start, at)) {
        doubts.add("attributionDistant");
        return this.headline(doubts, amount);
      }
      return carried ? this.freePart(start, at) : this.firstAhead(at);
    }
    if (this.last) {
      const isOther = this.last.isOther || (this.last.purpose === "value" && !this.hasOwnWords(at, start));
      return isOther ? undefined : this.last;
    }
    return carried ? this.headline(doubts, amount) : this.firstAhead(at);
  }

  /** "Ho Chi Minh City remained in first place with": a place is the subject where no other noun is. */
  isOfPlace(start: number, at: number): boolean {
    const first = this.items.slice(start, at).find(({ kind }) => kind === "place" || kind === "word");
    if (first?.kind !== "place" || first.level === "foreign") return false;
    const words = this.items.slice(start, at).filter(({ kind }) => kind === "word");
    const isListed = this.state.headline?.place !== undefined && this.state.headline.place !== first.name;
    return words.length <= (isListed ? 8 : 3) && !this.hasCue("ofWhich", start, at);
  }

  /** A second amount of one subject says what it is of: other months, another place, a total. */
  hasOwnWords(at: number, start: number): boolean {
    const amount = this.items[at] as Item;
    if (this.paired.has(amount)) return true;
    if (this.items.slice(start, at).some(({ kind }) => kind === "period" || kind === "place")) return true;
    return (
      this.hasCue("total", start, at) ||
      this.hasCue("aim", start, at) ||
      this.hasCue("target", start, at) ||
      this.periodPast(at) !== undefined
    );
  }

  /** Where nothing was spoken of yet, an amount is of what its clause names behind it. */
  firstAhead(at: number): Subject | undefined {
    for (let after = at + 1; after < this.items.length && after - at < 10; after += 1) {
      const item = this.items[after] as Item;
      if (item.kind === "amount" || (item.kind === "sign" && item.sign === ";")) return undefined;
      if (item.kind === "indicator") {
        this.segment = after + 1;
        return { indicator: labelOf(item), ...(item.isOther && { isOther: true }) };
      }
    }
    return undefined;
  }

  /** "With 1.12 billion USD in 2022, exports were": an amount that opens its sentence is of what comes next. */
  subjectAhead(at: number, start: number): Subject | undefined {
    if (
      start > 0 ||
      this.items
        .slice(0, at)
        .some(({ kind }) => kind !== "cue" && kind !== "sign" && kind !== "period" && kind !== "place")
    )
      return undefined;
    if (this.hasCue("total", 0, at)) return undefined;
    for (let after = at + 1; after < this.items.length && after - at < 8; after += 1) {
      const item = this.items[after] as Item;
      if (item.kind === "amount" || item.kind === "percent" || item.kind === "component") return undefined;
      if (item.kind === "indicator") return item.isOther ? undefined : { indicator: labelOf(item) };
    }
    return undefined;
  }

  /** The subject behind an amount is not that of what follows: "290 million USD from exports, up 21%". */
  skipSubject(at: number): void {
    while (this.segment <= at + 4 && this.segment < this.items.length) {
      const item = this.items[this.segment] as Item;
      this.segment += 1;
      if (item.kind === "indicator") {
        if (
          this.items[this.segment]?.kind === "component" &&
          this.isBeside(item, this.items[this.segment] as Item)
        )
          this.segment += 1;
        return;
      }
      if (item.kind === "component") {
        if (
          this.items[this.segment]?.kind === "indicator" &&
          this.isBeside(item, this.items[this.segment] as Item)
        )
          this.segment += 1;
        return;
      }
    }
  }

  hasSubject(from: number, to: number): boolean {
    return this.items.slice(from, to).some(({ kind }) => kind === "indicator" || kind === "component");
  }

  headline(doubts: Set<Doubt>, amount: Amount): Subject | undefined {
    const { subject } = this.state;
    if (!subject) return undefined;
    const isMoneyOf = amount.unit === "USD million" ? USD_INDICATORS : VND_INDICATORS;
    if (!isMoneyOf.has(subject.indicator) && KNOWN_UNITS.has(subject.indicator)) return undefined;
    doubts.add("indicatorCarried");
    return subject;
  }

  /** Months before it and a share of the plan behind it are told of a whole, whatever words stand between. */
  isMeasured(at: number, start: number): boolean {
    if (!this.periodIn(start, at)) return false;
    for (let after = at + 1; after < this.items.length && after - at < FARTHEST; after += 1) {
      const item = this.items[after] as Item;
      if (item.kind === "amount" && !this.isAside(after)) return false;
      if (this.roles.get(item)?.role === "share") return true;
    }
    return false;
  }

  /** A part that the vocabulary does not know, by its own words. */
  freePart(start: number, at: number): Subject | undefined {
    const words = this.items.slice(start, at).filter((item) => item.kind === "word");
    const carried = this.last ?? this.state.subject;
    if (!carried || carried.isOther || words.length === 0 || words.length > 4) return undefined;
    const name = words.map((word) => this.state.tokens[word.from]?.folded ?? "").join("_");
    return { indicator: carried.indicator, component: name };
  }

  /** "232 million USD from exports", "42 million USD from rice", "82 trillion VND of registered capital". */
  subjectAfter(at: number): Subject | undefined {
    const amount = this.items[at] as Item;
    for (let after = at + 1; after <= at + 4; after += 1) {
      const item = this.items[after];
      if (!item || item.from - amount.to > ADJACENT + 1) return undefined;
      if (item.kind === "indicator") {
        const next = this.items[after + 1];
        const beside = next?.kind === "component" && this.isBeside(item, next) ? next.name : undefined;
        return this.isLinked(amount, item)
          ? {
              indicator: labelOf(item),
              ...(beside && { component: beside }),
              ...(item.isOther && { isOther: true }),
            }
          : undefined;
      }
      if (item.kind === "component") {
        if (!this.isLinked(amount, item)) return undefined;
        const next = this.items[after + 1];
        if (next?.kind === "indicator" && this.isBeside(item, next))
          return { indicator: labelOf(next), component: item.name };
        const carried = this.last ?? this.state.subject;
        return carried && { indicator: carried.indicator, component: item.name };
      }
      if (item.kind === "sign" || item.kind === "amount" || item.kind === "percent") return undefined;
      if (item.kind === "cue" && item.cue !== "comparedTo" && item.cue !== "to") return undefined;
    }
    return undefined;
  }

  isLinked(amount: Item, item: Item): boolean {
    const { tokens } = this.state;
    for (let at = amount.to; at < item.from; at += 1) if (LINKS.has(tokens[at]?.text ?? "")) return true;
    return item.kind === "indicator" && item.from === amount.to;
  }

  hedgeOf(amount: Amount, at: number, start: number): Draft["hedge"] {
    if (amount.hedge !== "exact") return amount.hedge;
    const from = this.paired.has(amount) ? 0 : start;
    return this.hasCue("estimate", from, at) || this.hasCue("modal", from, at) ? "estimated" : "exact";
  }

  isComparison(at: number): boolean {
    const item = this.items[at] as Item;
    for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
      const other = this.items[before] as Item;
      if (item.from - other.to > ADJACENT) return false;
      if (other.kind === "cue") {
        const opens = other.cue === "comparedTo" && before === 0;
        if (opens && !COMPARING.has(this.state.tokens[other.from]?.text ?? "")) return false;
        if (other.cue === "samePeriod" || other.cue === "comparedTo" || other.cue === "previousPeriod")
          return true;
        if (other.cue === "above" || other.cue === "below" || other.cue === "unchanged") return true;
        if (other.cue === "rise" || other.cue === "fall") return this.state.tokens[other.to]?.text === "than";
        if (other.cue === "target") return false;
      } else if (other.kind !== "word" && other.kind !== "place") return false;
    }
    return false;
  }

  isOfTarget(at: number): boolean {
    const item = this.items[at] as Item;
    for (let before = at - 1; before >= Math.max(0, at - 2); before -= 1) {
      const other = this.items[before] as Item;
      if (item.from - other.to > ADJACENT) return false;
      if (other.kind === "cue" && other.cue === "target") return true;
      if (other.kind !== "indicator") return false;
    }
    return false;
  }

  /** The last period among items that is none of a comparison or of a target. */
  periodIn(from: number, to: number): PeriodMention | undefined {
    for (let at = to - 1; at >= from; at -= 1) {
      const item = this.items[at];
      if (item?.kind === "period" && !this.isComparison(at) && !this.isOfTarget(at))
        return this.withMonth(this.withYear(item, at));
    }
    return undefined;
  }

  /** "October exports ..., taking the total so far in 2022 to": so far is through the month named beside. */
  withMonth(period: PeriodMention): PeriodMention {
    if (period.throughMonth !== 0) return period;
    const month = this.items.find(
      (item) => item.kind === "period" && !item.isYear && !item.isRest && item.throughMonth > 0,
    );
    return month?.kind === "period" ? { ...period, throughMonth: month.throughMonth } : period;
  }

  /** "In 2023, the first nine months": months take the year that is named just beside them. */
  withYear(period: PeriodMention, at: number): PeriodMention {
    if (period.isYear || period.year !== undefined || period.yearOffset !== undefined) return period;
    for (const near of [at - 1, at - 2, at + 1, at + 2]) {
      const other = this.items[near];
      if (other?.kind !== "period" || !other.isYear || this.isComparison(near) || this.isOfTarget(near))
        continue;
      if (other.throughYear !== undefined) continue;
      return {
        ...period,
        ...(other.year !== undefined && { year: other.year }),
        ...(other.yearOffset !== undefined && { yearOffset: other.yearOffset }),
      };
    }
    return period;
  }

  /** The period of growth that is told alone: since the last percentage, right behind it, or earlier. */
  periodNear(at: number): PeriodMention | undefined {
    let from = at;
    while (from > 0 && this.items[from - 1]?.kind !== "percent" && this.items[from - 1]?.kind !== "amount")
      from -= 1;
    const next = this.items[at + 1];
    if (next?.kind === "period" && next.from - (this.items[at] as Item).to <= 2 && !this.isComparison(at + 1))
      return this.withYear(next, at + 1);
    return this.periodIn(from, at) ?? this.periodAfter(at) ?? this.periodBefore(at);
  }

  periodBefore(at: number): PeriodMention | undefined {
    return this.periodIn(this.segment, at) ?? this.periodIn(0, at);
  }

  periodAfter(at: number): PeriodMention | undefined {
    const amount = this.items[at] as Item;
    for (let after = at + 1; after < this.items.length && after - at < 5; after += 1) {
      const item = this.items[after] as Item;
      if (item.kind === "amount" || item.kind === "indicator" || item.kind === "percent") return undefined;
      if (item.kind === "sign" && item.sign !== "(" && item.sign !== ")") return undefined;
      if (item.kind === "period")
        return item.from - amount.to <= 12 && !this.isComparison(after) && !this.isOfTarget(after)
          ? this.withYear(item, after)
          : undefined;
    }
    return undefined;
  }

  periodOf(at: number, start: number, doubts: Set<Doubt>): PeriodMention | undefined {
    const past = this.periodPast(at);
    if (this.priorAhead && past) return past;
    const here = this.periodIn(start, at) ?? past;
    if (here) return here;
    const earlier = this.periodIn(0, start);
    if (earlier) return this.lastValue?.period ?? earlier;
    const hasNext = this.items.slice(at + 1).some(({ kind }) => kind === "amount");
    if (!hasNext) {
      const later = this.periodIn(at, this.items.length);
      if (later) return later;
    }
    return this.carriedPeriod(doubts);
  }

  /** The period right after an amount, past its conversion: "23 trillion ($1.2 billion) in the first nine months". */
  periodPast(at: number): PeriodMention | undefined {
    let from = at;
    const sign = this.items[at + 1];
    if (sign?.kind === "sign" && this.items[at + 2]?.kind === "amount" && this.isAside(at + 2)) from = at + 2;
    const closing = this.items[from + 1];
    if (from > at && closing?.kind === "sign") from += 1;
    return this.periodAfter(from);
  }

  carriedPeriod(doubts: Set<Doubt>): PeriodMention | undefined {
    if (this.state.period) doubts.add("periodCarried");
    return this.state.period;
  }

  targetPeriodOf(at: number, start: number): PeriodMention | undefined {
    const target = lastIndex(
      this.items,
      start,
      at,
      (item) => item.kind === "cue" && (item.cue === "target" || item.cue === "aim" || item.cue === "modal"),
    );
    for (let before = at - 1; before >= start; before -= 1) {
      const item = this.items[before];
      if (item?.kind !== "period" || this.isComparison(before)) continue;
      // The months of what was reached stand before its plan: "52 trillion in nine months against a yearly plan of".
      const isOfValue = before < target && !item.isYear && !item.isRest && this.lastValue !== undefined;
      if (!isOfValue) return item;
    }
    if (this.last?.purpose === "target" && start > 0) return this.periodPast(at) ?? this.last.targetPeriod;
    return this.periodPast(at) ?? this.periodBeforeAny(start);
  }

  periodBeforeAny(start: number): PeriodMention | undefined {
    for (let at = start - 1; at >= 0; at -= 1) {
      const item = this.items[at];
      if (item?.kind === "amount") return undefined;
      if (item?.kind === "period" && item.isYear && !this.isComparison(at)) return item;
    }
    return undefined;
  }

  placeOf(at: number, start: number, doubts: Set<Doubt>): string | undefined {
    const here = this.placeIn(start, at);
    if (here) return here;
    const after = this.placeAfter(at);
    if (after) return after;
    return this.placeBefore(at, doubts);
  }

  placeBefore(at: number, doubts: Set<Doubt>): string | undefined {
    const place =
      this.placeIn(this.segment, at) ??
      (this.last?.place !== undefined ? this.last.place : this.placeIn(0, at));
    if (place) return place;
    const later = this.placeIn(at, this.items.length, "province");
    if (this.state.place) {
      doubts.add("placeCarried");
      return this.state.place;
    }
    return later;
  }

  placeAfter(at: number): string | undefined {
    const amount = this.items[at] as Item;
    const next = this.items[at + 1];
    if (next?.kind !== "place" || next.level === "foreign" || next.from - amount.to > 2) return undefined;
    return this.isModifier(next) ? undefined : next.name;
  }

  placeIn(from: number, to: number, only?: "province"): string | undefined {
    let wider: string | undefined;
    for (let at = to - 1; at >= from; at -= 1) {
      const item = this.items[at];
      if (item?.kind !== "place" || item.level === "foreign") continue;
      if (item.level === "province") return wider ?? item.name;
      if (only || this.isModifier(item)) continue;
      const previous = this.items[at - 1];
      const isOfIndicator = previous?.kind === "indicator" && item.from - previous.to <= ADJACENT;
      const isNamed = item.level === "region" || !item.isCommon;
      const isSubject = isNamed && !this.items.slice(from, at).some(({ kind }) => kind === "indicator");
      if (isOfIndicator || isSubject) wider ??= item.name;
    }
    return wider;
  }

  /** "the Mekong Delta province of": the region only says where the province lies. */
  isModifier(place: PlaceMention): boolean {
    const { tokens } = this.state;
    const after = tokens[place.to]?.text;
    if (after !== undefined && MODIFIED.has(after)) return true;
    return tokens[place.to]?.text === "'" && MODIFIED.has(tokens[place.to + 2]?.text ?? "");
  }
}

const bare = ({ indicator, component, isOther }: Subject): Subject => ({
  indicator,
  ...(component && { component }),
  ...(isOther && { isOther }),
});

/** How far a share may be from the quotient of its rounded value and target. */
const SHARE_TOLERANCE = 0.012;

const REACHING = new Set(["reached", "hit", "stood", "totalled", "totaled", "came", "was", "were"]);

/** What opens a comparison at the beginning of a sentence, where "over" and "from" open a period. */
const COMPARING = new Set(["compared", "against", "versus", "relative", "so", "in"]);

/** Changes of a figure, but with money right behind them its receipt. */
const EARNED = new Set(["gain", "gained", "gaining"]);

const MODIFIED = new Set(["province", "provinces", "city", "cities", "locality", "localities"]);
const LINKS = new Set(["from", "of", "for", "in", "worth", "through", "on", "từ", "là", "cho", "tiền", "by"]);
const USD_INDICATORS = new Set(["exports", "imports", "trade_turnover", "fdi"]);
const VND_INDICATORS = new Set([
  "retail_sales",
  "industrial_production_value",
  "state_budget",
  "state_budget_expenditure",
  "grdp",
  "grdp_constant_2010",
  "value_added",
  "investment",
  "public_investment",
  "tourism_revenue",
]);
const KNOWN_UNITS = new Set([...USD_INDICATORS, ...VND_INDICATORS, "iip", "grdp_growth"]);

function lastIndex(items: readonly Item[], from: number, to: number, test: (item: Item) => boolean): number {
  for (let at = to - 1; at >= from; at -= 1) if (test(items[at] as Item)) return at;
  return -1;
}
