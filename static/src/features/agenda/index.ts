/** Phases, steps and the timer: what other features and pages may use. */
export { Phases, Topic } from "./phases";
export { SteerBar } from "./steer";
export { StepHead, StepText } from "./whatNow";
