import type { Block, RichText } from "#app/platform/document/blocks.ts";
import { runsOfText } from "#app/platform/document/rich-text.ts";
import { cx } from "#app/ui/cx.ts";

const ALIGN = { left: "", center: "text-center", right: "text-right", justify: "" } as const;

/** A letter on the screen, from the same blocks as its PDF; pictures are left to the paper. */
export function LetterSheet({ blocks, label }: { blocks: readonly Block[]; label: string }) {
  return (
    <section
      aria-label={label}
      className="flex max-w-text flex-col gap-3 rounded-md border border-line bg-white p-4 text-sm md:p-8"
    >
      {numbered(blocks).map(({ key, item }) => (
        <SheetBlock key={key} block={item} />
      ))}
    </section>
  );
}

/** Parts of a letter have no names of their own and may repeat; they never change places. */
function numbered<Item>(items: readonly Item[]): { key: string; item: Item }[] {
  return items.map((item, at) => ({ key: String(at), item }));
}

function SheetBlock({ block }: { block: Block }) {
  switch (block.type) {
    case "letterhead":
      return (
        <div className="border-b-4 border-double border-ink pb-2 text-center">
          {block.lines.map(({ text, isBold }) => (
            <p key={text} className={cx(isBold && "font-bold")}>
              {text}
            </p>
          ))}
        </div>
      );
    case "title":
      return (
        <div className="text-center">
          <p className="font-bold underline">{block.text}</p>
          {block.lines?.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      );
    case "heading":
      return <p className="font-bold">{block.text}</p>;
    case "paragraph":
      return (
        <p className={cx("whitespace-pre-line", ALIGN[block.align ?? "left"], block.isItalic && "italic")}>
          <Rich text={block.text} />
        </p>
      );
    case "list":
      return <SheetList items={block.items} isNumbered={block.isNumbered} />;
    case "facts":
      return (
        <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-3">
          {numbered(block.rows).map(({ key, item: { label, value } }) => (
            <div key={key} className="contents">
              <dt>{label}</dt>
              <dd className="whitespace-pre-line">
                {": "}
                <Rich text={value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case "signatures":
      return <SheetSignatures signatures={block.signatures} />;
    case "page-break":
      return <hr className="border-dashed border-line-strong" />;
    default:
      return null;
  }
}

function SheetList({ items, isNumbered }: { items: readonly RichText[]; isNumbered?: boolean }) {
  const rows = numbered(items).map(({ key, item }) => (
    <li key={key}>
      <Rich text={item} />
    </li>
  ));
  return isNumbered ? (
    <ol className="list-decimal pl-6">{rows}</ol>
  ) : (
    <ul className="list-disc pl-6">{rows}</ul>
  );
}

type Signatures = Extract<Block, { type: "signatures" }>["signatures"];

function SheetSignatures({ signatures }: { signatures: Signatures }) {
  return (
    <div className="flex flex-wrap justify-end gap-x-10 gap-y-6 pt-2">
      {numbered(signatures).map(({ key, item: { above, name, below } }) => (
        <div key={key} className="flex min-w-40 flex-col items-center text-center">
          {above.map((line) => (
            <span key={line}>{line}</span>
          ))}
          <span className="mt-14 font-bold underline">{name}</span>
          {below?.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
      ))}
    </div>
  );
}

function Rich({ text }: { text: RichText }) {
  return numbered(runsOfText(text)).map(({ key, item }) =>
    item.isBold ? <strong key={key}>{item.text}</strong> : item.text,
  );
}
