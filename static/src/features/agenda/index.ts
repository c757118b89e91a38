/** Phases, steps and the timer: what other features and pages may use. */
export { agenda } from "./feature";
export { Phases, Topic } from "./phases";
export { SteerBar } from "./steer";
export { StepHead, StepText } from "./whatNow";
