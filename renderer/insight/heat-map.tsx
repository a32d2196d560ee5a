import type { ReactNode } from "react";
import { cellWords, hourWords, insightWords, weekdayWords } from "./insight-words.ts";

/** Per cent of the fill's colour in the fullest cell; with more, no number could be read on it. */
const hottest = 70;

/** A week of hours, darker where more began. It is its own table: each cell says its number to whoever listens. */
export function HeatMap({ hours }: { readonly hours: readonly (readonly number[])[] }): ReactNode {
  const most = Math.max(1, ...hours.flat());
  return (
    <section className="insight-part" aria-label={insightWords.hours}>
      <h2>{insightWords.hours}</h2>
      <p className="soft">{insightWords.hoursAbout}</p>
      <div className="insight-scroll" tabIndex={0} role="group" aria-label={insightWords.hours}>
        <table className="heat">
          <thead>
            <tr>
              <td />
              {Array.from({ length: 24 }, (_, hour) => (
                <th key={hour} scope="col" className="numbers">
                  {hourWords(hour)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours.map((counts, weekday) => (
              <tr key={weekday}>
                <th scope="row">{weekdayWords[weekday]}</th>
                {counts.map((opened, hour) => (
                  <td
                    key={hour}
                    className="heat-cell"
                    title={cellWords(weekday, hour, opened)}
                    style={{ "--heat": `${Math.round((opened / most) * hottest)}%` } as React.CSSProperties}
                  >
                    {opened === 0 ? <span className="unseen">0</span> : opened.toLocaleString("en-US")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
