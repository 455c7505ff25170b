import type { Arguments } from "./arguments.ts";
import { SqlError } from "./errors.ts";
import type { Condition } from "./protocol.ts";
import type { Session } from "./session.ts";
import type { Statement } from "./statement.ts";

/** A batch's step, its text found and parsed. */
export type ReadyStep = {
  condition: Condition | undefined;
  statement: Statement;
  args: Arguments;
  wantRows: boolean;
};

type StepState = "ok" | "error" | "skipped";

function holds(condition: Condition, states: StepState[], session: Session): boolean {
  switch (condition.type) {
    case "ok":
    case "error":
      return states[condition.step] === condition.type;
    case "not":
      return !holds(condition.condition, states, session);
    case "and":
      return condition.conditions.every((each) => holds(each, states, session));
    case "or":
      return condition.conditions.some((each) => holds(each, states, session));
    case "is_autocommit":
      return session.isAutocommit;
  }
}

/** What becomes of each step: `run` executes it, or one of the others is told. */
export type StepHandler = {
  run(step: ReadyStep, index: number): Promise<void>;
  failed(error: SqlError, index: number): void;
  skipped(index: number): void;
};

/**
 * Runs the steps in order, each if its condition holds. A step that fails does not end the batch, but
 * a response that grows too large does: throws SqlError RESPONSE_TOO_LARGE.
 */
export async function runBatch(steps: ReadyStep[], session: Session, handler: StepHandler): Promise<void> {
  const states: StepState[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.condition && !holds(step.condition, states, session)) {
      states.push("skipped");
      handler.skipped(index);
      continue;
    }
    try {
      await handler.run(step, index);
      states.push("ok");
    } catch (error) {
      if (!(error instanceof SqlError) || error.code === "RESPONSE_TOO_LARGE") throw error;
      states.push("error");
      handler.failed(error, index);
    }
  }
}
