import { type ParseArgsConfig, parseArgs } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Arguments<Given extends Options> = ReturnType<
  typeof parseArgs<{ options: Given; allowPositionals: true }>
>;

/**
 * Reads what a command was told. Whoever mistypes is told what was not understood and how the command is called, and
 * nothing is done.
 * @param most how many words besides options the command knows
 */
export function readArguments<const Given extends Options>(
  usage: string,
  options: Given,
  most: number,
): Arguments<Given> {
  const problem = findSwallowed(options, process.env) ?? findProblem(process.argv.slice(2), options, most);
  if (problem) {
    console.error(`${problem}\n${usage}`);
    process.exit(1);
  }
  return parseArgs({ options, allowPositionals: true }) as Arguments<Given>;
}

/** Without `--` npm keeps an option for itself: a mere look would become the deed, and a trial the real thing. */
export function findSwallowed(options: Options, env: NodeJS.ProcessEnv): string | null {
  const kept = Object.keys(options).find((name) => env[`npm_config_${name.replaceAll("-", "_")}`]);
  if (!kept) return null;
  const command = env.npm_lifecycle_event ?? "<perintah>";
  return `Tulis -- sebelum --${kept}, sebab tanpa itu npm menahannya: npm run ${command} -- ... --${kept}.`;
}

/** @returns what can't be meant, in words, or null */
export function findProblem(args: string[], options: Options, most: number): string | null {
  const { tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const known = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!known || !token.rawName.startsWith("--")) return `Pilihan ${token.rawName} tidak dikenal.`;
    if (known.type === "boolean" && token.value !== undefined)
      return `Pilihan --${token.name} tidak memakai isi.`;
    const isNext = !token.inlineValue && token.value?.startsWith("-");
    if (known.type === "string" && (!token.value || isNext))
      return `Isi pilihan --${token.name} belum ditulis.`;
  }
  const extra = tokens.filter(({ kind }) => kind === "positional")[most];
  return extra?.kind === "positional" ? `"${extra.value}" tidak dikenal di sini.` : null;
}
