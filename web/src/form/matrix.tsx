import { useSay } from "../texts/language.tsx";
import { type Risk, weight } from "./risk.ts";

const SIZE = 56;
const scale = [1, 2, 3, 4, 5];

/** The risks in a square of chance (up) and effect (right). The table beside it says the same in words. */
export function RiskMatrix({ risks }: { risks: readonly Risk[] }) {
  const say = useSay();
  const left = 44;
  return (
    <figure className="matrix">
      <svg
        viewBox={`0 0 ${left + 5 * SIZE + 4} ${5 * SIZE + 52}`}
        role="img"
        aria-label={say("web-matrix-label", { count: risks.length })}
      >
        {scale.flatMap((likelihood) =>
          scale.map((impact) => {
            const here = risks.filter((risk) => risk.likelihood === likelihood && risk.impact === impact);
            const [x, y] = [left + (impact - 1) * SIZE, (5 - likelihood) * SIZE];
            return (
              <g key={`${likelihood}-${impact}`}>
                <rect x={x} y={y} width={SIZE - 3} height={SIZE - 3} rx="4" className={weight(likelihood, impact)} />
                <text x={x + SIZE / 2 - 1} y={y + SIZE / 2 + 5} textAnchor="middle" className="numbers">
                  {here.map((risk) => risk.number).join(" ")}
                </text>
              </g>
            );
          }),
        )}
        {scale.map((step) => (
          <g key={step} className="scale">
            <text x={left - 10} y={(5 - step) * SIZE + SIZE / 2 + 5} textAnchor="end">
              {step}
            </text>
            <text x={left + (step - 1) * SIZE + SIZE / 2} y={5 * SIZE + 18} textAnchor="middle">
              {step}
            </text>
          </g>
        ))}
        <text x={left + 2.5 * SIZE} y={5 * SIZE + 44} textAnchor="middle">
          {say("web-matrix-impact")} →
        </text>
        <text transform={`translate(14 ${2.5 * SIZE}) rotate(-90)`} textAnchor="middle">
          {say("web-matrix-likelihood")} →
        </text>
      </svg>
      <figcaption className="soft small">{say("web-matrix-caption")}</figcaption>
    </figure>
  );
}
