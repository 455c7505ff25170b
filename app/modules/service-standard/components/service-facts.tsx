import { DefinitionList } from "#app/ui/definition-list.tsx";
import { type DraftService, type Measured, spokenHours } from "../standard-rules.ts";
import { costText, PUBLIC_WORDS } from "../words.ts";

/** What a standard says of one service, with what was measured beside the promise. */
export function ServiceFacts({ service, measured }: { service: DraftService; measured: Measured | null }) {
  const { requirements, procedure, timeText, cost, officer } = service;
  return (
    <DefinitionList
      items={[
        {
          term: "Syarat",
          value:
            requirements.length === 0 ? (
              "Tanpa syarat"
            ) : (
              <ul className="list-disc pl-5">
                {requirements.map(({ text, mark }) => (
                  <li key={text}>{mark === "wajib" ? text : `${text} (bila ada)`}</li>
                ))}
              </ul>
            ),
        },
        { term: "Tata cara", value: procedure && <Steps text={procedure} /> },
        {
          term: "Waktu yang dijanjikan",
          value: (
            <>
              {timeText}
              {measured && <MeasuredText measured={measured} />}
            </>
          ),
        },
        { term: "Biaya", value: costText(cost) },
        { term: "Penanggung jawab", value: officer },
      ].filter(({ value }) => Boolean(value))}
    />
  );
}

function Steps({ text }: { text: string }) {
  const steps = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return (
    <ol className="list-decimal pl-5">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

function MeasuredText({ measured: { medianHours, count, onTimePercent } }: { measured: Measured }) {
  return (
    <span className="block text-sm text-ink-soft">
      {PUBLIC_WORDS.measured(spokenHours(medianHours), count)}
      {onTimePercent !== null && ` ${PUBLIC_WORDS.onTime(onTimePercent)}`}
    </span>
  );
}
