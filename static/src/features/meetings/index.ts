/** Meetings: what other features and pages may use. */
export { Break, ItemScreen } from "./between";
export { meetings } from "./feature";
export { goTo, itemNow } from "./items";
export { Recap } from "./recap";
export { Road, timeWords } from "./road";
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
