import { SqlError } from "./errors.ts";
import type { Statement } from "./statement.ts";
import type { NativeValue } from "./values.ts";

/** The arguments of a request: by position or by name, never both. */
export type Arguments = { positional: NativeValue[]; named: Map<string, NativeValue> };

export const NO_ARGUMENTS: Arguments = { positional: [], named: new Map() };

function invalid(reason: string): SqlError {
  return new SqlError("ARGS_INVALID", `Arguments do not match SQL parameters: ${reason}`);
}

function findArgument(name: string | null, position: number, args: Arguments): NativeValue | undefined {
  if (name === null) return args.positional[position - 1];
  if (name.startsWith("?")) return args.positional[Number(name.slice(1)) - 1];
  return args.named.has(name) ? args.named.get(name) : args.named.get(name.slice(1));
}

/**
 * One value for each parameter of the statement, in SQLite's order, so that none keeps what an earlier
 * run of the same prepared statement bound. Throws SqlError as sqld does: too many, or one missing
 * (EXPLAIN needs none).
 */
export function bindArguments(statement: Statement, args: Arguments): NativeValue[] {
  const { parameters, isExplain } = statement;
  if (args.positional.length > 0 && args.named.size > 0) {
    throw new SqlError(
      "ARGS_BOTH_POSITIONAL_AND_NAMED",
      "Specifying both positional and named arguments is not supported",
    );
  }
  const given = args.positional.length + args.named.size;
  if (given > parameters.length) {
    throw invalid(`too many parameters, expected ${parameters.length} found ${given}`);
  }
  return parameters.map((name, index) => {
    const value = findArgument(name, index + 1, args);
    if (value !== undefined) return value;
    if (isExplain) return null;
    throw invalid(`value for parameter ${name ?? index + 1} not found`);
  });
}
