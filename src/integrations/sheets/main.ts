/** What the global functions of the script call; `declarations.ts` writes those. */
export { answerInCell } from "./custom-function.ts";
export { insertExample } from "./example.ts";
export { fill } from "./fill.ts";
export { chooseServer, refreshAll, showMenu, speak } from "./menu.ts";
export {
  chooseLanguage,
  insertFormula,
  insertPicture,
  outlookOf,
  selectedRange,
  showPanel,
} from "./panel.ts";
