import { TextBlocks } from "./text-blocks.tsx";

/** A post as the public page will show it. */
export function PostPreview({ title, body }: { title: string; body: string }) {
  return (
    <section
      aria-labelledby="pratinjau"
      className="mb-8 flex flex-col gap-3 rounded-md border-2 border-laut p-4"
    >
      <p className="text-sm text-ink-soft">Begini tampaknya nanti. Belum ada yang disimpan.</p>
      <h2 id="pratinjau" className="text-lg">
        {title}
      </h2>
      <TextBlocks body={body} />
    </section>
  );
}
