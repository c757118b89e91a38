/** Comments on the vision's text: what other features and pages may use. */
export { CommentsButton, openComments, SayAbout, showComments } from "./entries";
export { CommentsLayer, tellElsewhere, UnclearWhileRead } from "./later";
export { opened } from "./shown";
