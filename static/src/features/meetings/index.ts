/** Meetings: what other features and pages may use. */
export { meetings } from "./feature";
export { goTo, itemNow } from "./items";
export { ItemScreen, Road } from "./later";
export type { Forecast, Today, TodayItem } from "./selectors";
export {
  currentItem,
  forecast,
  itemName,
  leftOpen,
  minutesFor,
  minutesLate,
  nextItem,
  openMeeting,
  previousItem,
  today,
} from "./selectors";
