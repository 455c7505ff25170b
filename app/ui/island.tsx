interface ManifestEntry {
  file: string;
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

/** Loads one island on the page that needs it; the page works without. */
export function IslandScript({ name }: { name: string }) {
  const src = islandSrc(name);
  return src ? <script type="module" src={src} /> : null;
}
