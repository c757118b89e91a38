/** Phases, steps and the timer: what other features and pages may use. */
export { AboutStep } from "./about";
export { agenda } from "./feature";
export { Question } from "./question";
export { AllSteps } from "./road";
export { guideOf, phaseName, promptsOf } from "./selectors";
export { Steer, Timer } from "./steer";
