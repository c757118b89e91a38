/** Phases, steps and the timer: what other features and pages may use. */
export { AboutStep } from "./about";
export { AllSteps } from "./allSteps";
export { agenda } from "./feature";
export { Question } from "./question";
export { guideOf, phaseName, promptsOf } from "./selectors";
export { Steer, Timer } from "./steer";
