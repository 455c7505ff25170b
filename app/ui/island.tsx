interface ManifestEntry {
  file: string;
  /** Keys of the chunks that it shares with other islands. */
  imports?: string[];
}

const manifests = import.meta.glob<{ default: Record<string, ManifestEntry> }>(
  "../../public/islands/manifest.json",
  {
    eager: true,
  },
);
const manifest = Object.values(manifests)[0]?.default ?? {};

/** Address of an island's built script, or null where the islands were not built. */
export function islandSrc(name: string): string | null {
  const entry = manifest[`app/islands/island-${name}.ts`];
  return entry ? `/islands/${entry.file}` : null;
}

/** What an island shares with others, which the browser may fetch while it reads the page. */
function sharedChunks(name: string): string[] {
  const keys = manifest[`app/islands/island-${name}.ts`]?.imports ?? [];
  return keys.flatMap((key) => manifest[key]?.file ?? []);
}

/** Loads one island on the page that needs it; the page works without. */
export function IslandScript({ name }: { name: string }) {
  const src = islandSrc(name);
  if (!src) return null;
  return (
    <>
      {sharedChunks(name).map((file) => (
        <link key={file} rel="modulepreload" href={`/islands/${file}`} />
      ))}
      <script type="module" src={src} />
    </>
  );
}
