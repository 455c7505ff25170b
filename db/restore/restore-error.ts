/** A restore that would be wrong, said in Indonesian to the operator; the village was not changed. */
export class RestoreError extends Error {
  override name = "RestoreError";
}

/** Somebody else migrates, moves or restores the village: the same restore may go well later. */
export class VillageBusyError extends RestoreError {
  override name = "VillageBusyError";
}
