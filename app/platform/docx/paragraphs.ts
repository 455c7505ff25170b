import { AlignmentType, type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from "docx";
import type { Align, RichText } from "#app/platform/document/blocks.ts";
import { runsOfText } from "#app/platform/document/rich-text.ts";
import { toXmlText } from "#app/platform/document/xml-text.ts";

export const BODY_PT = 11;

export interface RunStyle {
  sizePt?: number;
  isBold?: boolean;
  isItalic?: boolean;
  isUnderlined?: boolean;
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
};

/** Runs of one text; its line breaks become Word's. */
export function runsOf(text: RichText, style: RunStyle = {}): TextRun[] {
  return runsOfText(text).flatMap((part) => {
    const look: IRunOptions = {
      size: (style.sizePt ?? BODY_PT) * 2,
      bold: part.isBold ?? style.isBold,
      color: "000000",
      italics: style.isItalic,
      underline: style.isUnderlined ? {} : undefined,
    };
    return toXmlText(part.text)
      .split("\n")
      .map((line, index) => new TextRun({ ...look, text: line, break: index === 0 ? undefined : 1 }));
  });
}

/** A paragraph without space around it unless `more` gives some (twips). */
export function paragraphOf(
  text: RichText,
  style: RunStyle & { align?: Align } = {},
  more: Omit<IParagraphOptions, "text" | "children" | "alignment"> = {},
): Paragraph {
  return new Paragraph({
    ...more,
    alignment: ALIGNMENTS[style.align ?? "left"],
    children: runsOf(text, style),
  });
}
