import { textBlocks } from "../post-rules.ts";

/** A text by the small rules: paragraphs and lists, nothing else. */
export function TextBlocks({ body }: { body: string }) {
  const blocks = textBlocks(body).map((block, index) => ({ block, key: `${index}-${block.kind}` }));
  return (
    <div className="flex max-w-text flex-col gap-4">
      {blocks.map(({ block, key }) =>
        block.kind === "list" ? (
          <ul key={key} className="list-disc pl-6">
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ) : (
          <p key={key} className="whitespace-pre-line">
            {block.lines.join("\n")}
          </p>
        ),
      )}
    </div>
  );
}
