/** Who writes in a part of the vision. The server keeps to the same. */
import type { Member } from "../../generated/catalogue";
import { isSteering } from "./community";
import type { State } from "./fold";

/** Whether a member writes in a section: everybody does, or some roles and always the core team. */
export function mayWrite(state: State, section: string, member: string): boolean {
  const writers = state.collections.sections[section]?.writers ?? null;
  if (writers === null || isSteering(state, member)) return true;
  const role: Member["role"] | undefined = state.collections.members[member]?.role;
  return role !== undefined && writers.includes(role);
}
