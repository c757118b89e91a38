/** Phases, steps and the timer: what other features and pages may use. */
export { agenda } from "./feature";
export { AboutStep, AllSteps, Steer } from "./later";
export { Question } from "./question";
export { guideOf, phaseName, promptsOf } from "./selectors";
export { Timer } from "./timer";
