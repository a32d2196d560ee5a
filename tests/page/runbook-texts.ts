import { runbookText as longText } from "../bench/runbook-text.ts";

/** A runbook as the sample team might keep it, with one of everything. */
export const aggProfit = `---
service: agg-profit
owners: [bob, de]
reviewed: 2026-12-20
---

# Aggregate Profit for Investors

Adds up the profit of every unit for the report that investors read on Monday. See the [ledger's own page](https://wiki.example.com/ledger)
and [what to do when a disk is full](shared/disk-full.md#free-space).

## Failure modes

### Late ledger

- Symptoms: yesterday's rows are missing; the report is late.
- Potential causes: finance has not closed the books; their export is still running.

The load waits for the file \`ledger.csv\` until it is there. Look whether the export runs before you start anything again:

\`\`\`sh
airflow dags list-runs -d load_ledger --state running
psql -h warehouse -c "select max(day), count(*) from ledger where day > current_date - 2"
\`\`\`

- [ ] Ask finance ops when the books close
- [ ] Start \`load_ledger\` again once the file is there

### Source unavailable

- Symptoms: the API of the bank answers 503; rows of the newest month are missing.
- Potential causes: their maintenance window; our key has run out.

### Numbers do not add up

- Symptoms: profit jumps by more than 20 % from one day to the next.
- Potential causes: a batch was loaded twice; a currency is missing.

## Common issues

| Issue | Clue | Solution |
|---|---|---|
| Loaded twice | Two batches with one day | Delete the second batch by its id |
| Currency is gone | The column is empty | Roll the schema back, then load the day again |

## On-call procedure

1. Tell **#finance** that the report is late.
2. Work through the checklist.

- [ ] Say in the log that you have it
- [ ] Open the log of the last run
- [ ] Compare yesterday's total with the day before

## Recovery

Every day can be loaded again: the load replaces the day as a whole.

![The flow of the ledger](img/flow.png)

## SLAs

- Critical: answered within 1 h, resolved within 4 h.
- Report by Monday 09:00.
`;

const diskFull = `# A disk is full

## Free space

- [ ] Look what is large

\`\`\`sh
du -xh / 2>/dev/null | sort -h | tail -20
\`\`\`
`;

const growth = `---
service: growth
owners: [charlie]
reviewed: 2026-03-01
---

# Growth

## Purpose

New and upgraded accounts, and what they bring.

## Failure modes

### Rows dropped

- Symptoms: fewer rows than last week.
- Potential causes: the events' schema changed.
`;

const engagementDraft = `---
service: engagement
owners: [nobody-known]
---

# Engagement has no rows since midnight and nobody could say at first where they had gone, which is a title of some length

## Purpose

*To be written.*

## Recovery

Restarted the collector; the queue drained in 20 min.
`;

/** A small library: one of each state. */
export const library: Readonly<Record<string, string>> = {
  "runbooks/agg-profit.md": aggProfit,
  "runbooks/shared/disk-full.md": diskFull,
  "runbooks/growth.md": growth,
  "runbooks/engagement-rows.md": engagementDraft,
  "runbooks/profit-by-unit.md": profitByUnit(),
};

/** A runbook of 200 kB, with one heading far below that is like no other. */
function profitByUnit(): string {
  const sections = longText(140_000).replace(/^[^]*?\n(?=## )/, "");
  const above = longText(60_000).replace("# Aggregate Profit for Investors", "# Profit by unit");
  return `${above}\n\n## Closing the books\n\nFinance closes them on the third working day.\n\n${sections}`;
}

/** Thousands of files. */
export const largeLibrary = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `runbooks/${String(index).padStart(4, "0")}.md`,
      `---\nservice: ${["agg-profit", "growth", "engagement"][index % 3] ?? ""}\nreviewed: 2026-12-01\n---\n\n# Partition ${index} is late\n\n## Recovery\n\nLoad partition ${index} again.\n`,
    ]),
  );
