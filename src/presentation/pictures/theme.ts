import type { ThemeName } from "./options.ts";

/**
 * Colours of a picture by what they mean. Hues are those of Okabe and Ito, "Color Universal Design" (2008,
 * https://jfly.uni-koeln.de/color/), which people with any common colour blindness tell apart: blue for what is
 * known and forecast, vermilion for what was planned, grey for last year, green for what gains. Where a hue does not
 * reach the contrast of 4.5:1 with the ground that small text needs (WCAG 2.2, 1.4.3), it was darkened or lightened
 * until it does; a test holds that. Colour never speaks alone: lines differ in their dashes and markers too, and
 * carry their names.
 */
export interface Theme {
  readonly background: string;
  readonly text: string;
  /** Text of axes and remarks. */
  readonly muted: string;
  readonly grid: string;
  /** The zero line and other lines that things stand on. */
  readonly axis: string;
  /** What was reported. */
  readonly actual: string;
  /** The median of what is to come; as text too. */
  readonly forecast: string;
  /** Bars of what is to come, between the reported ones and the ground. */
  readonly forecastFill: string;
  /** Prediction intervals, from the widest to the narrowest. */
  readonly bands: { readonly wide: string; readonly middle: string; readonly narrow: string };
  readonly target: string;
  readonly lastYear: string;
  /** Bars of last year, behind the others. */
  readonly lastYearFill: string;
  readonly gain: string;
  readonly loss: string;
  /** Further series, in this order. */
  readonly series: readonly string[];
}

export const THEMES_BY_NAME: Readonly<Record<ThemeName, Theme>> = {
  light: {
    background: "#ffffff",
    text: "#1b1f24",
    muted: "#5a626b",
    grid: "#e4e7ea",
    axis: "#8b949e",
    actual: "#005f96",
    forecast: "#0072b2",
    forecastFill: "#8fc3e4",
    bands: { wide: "#e3f0f8", middle: "#c0ddef", narrow: "#93c4e3" },
    target: "#b84a00",
    lastYear: "#666d75",
    lastYearFill: "#d3d7db",
    gain: "#007a59",
    loss: "#b84a00",
    series: ["#005f96", "#b84a00", "#007a59", "#9a4d7a", "#8a6100", "#2f7fae"],
  },
  dark: {
    background: "#14181d",
    text: "#f0f3f6",
    muted: "#aab3bd",
    grid: "#2a3139",
    axis: "#6b7681",
    actual: "#7cc5f0",
    forecast: "#56b4e9",
    forecastFill: "#2f6f97",
    bands: { wide: "#1b2e3c", middle: "#234a63", narrow: "#2f6b91" },
    target: "#f5914a",
    lastYear: "#9aa4ae",
    lastYearFill: "#3b444d",
    gain: "#2fc19a",
    loss: "#f5914a",
    series: ["#7cc5f0", "#f5914a", "#2fc19a", "#e09ac0", "#e6b43c", "#a9d8f3"],
  },
};

/** The colours of a theme. */
export const themeOf = (name: ThemeName): Theme => THEMES_BY_NAME[name];
