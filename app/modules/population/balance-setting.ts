/** Setting: do the missing and those who left count as moved out? True unless the village says otherwise. */
export const COUNT_MISSING_KEY = "population.countMissingAsMoved";
