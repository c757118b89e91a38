/** What every part of the drawer is given. */
export interface PanelProps {
  /** Somebody chose something, and what lies over the page may go. */
  onGone: () => void;
  /** Opens the help beside the board. */
  onHelp: () => void;
}
