/** Steps of a deadline of which the leaders are told, each once. */
export const TOLD_STEPS = ["pressing", "late"] as const;

/** Names the messages about a request. */
export const requestKey = (id: string, step: string) => `person-request-${step}:${id}`;
export const requestKeys = (id: string) => TOLD_STEPS.map((step) => requestKey(id, step));

/** Names the messages about a breach. */
export const breachKey = (id: string, step: string) => `breach-${step}:${id}`;
export const breachKeys = (id: string) => ["open", ...TOLD_STEPS].map((step) => breachKey(id, step));
