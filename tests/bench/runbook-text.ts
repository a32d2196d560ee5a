/** A runbook of about that many bytes: every kind of block that teams write, one failure mode after another. */
export function runbookText(bytes: number): string {
  const text: string[] = ["---\nservice: agg-profit\n---\n\n# Aggregate Profit for Investors\n\nWhat it is for.\n"];
  for (let size = 0, index = 1; size < bytes; index += 1) {
    const section = failureMode(index);
    text.push(section);
    size += section.length;
  }
  return text.join("\n").slice(0, bytes);
}

const failureMode = (index: number): string => `
## ${index}. Ledger export of region ${index} is late

The export of **region ${index}** is delivered by [finance](https://wiki.example.com/finance/${index}) before 05:30. When it is
late, \`load_ledger_${index}\` waits for it up to ~~two~~ *three* hours and fails with exit code 75. See also [^${index}].

| Symptom | Clue | Solution |
|---|---|---|
| No rows for yesterday | \`ledger_${index}\` is empty | Ask finance ops, then start the load again |
| Rows twice | The export ran twice | Delete the second batch by its id |
| Wrong currency | Column \`currency\` is gone | Roll the schema back to ${index} |

### Recovery

1. Look at the export in the console.
   - [ ] It is there and complete
   - [ ] Its checksum is right
2. Start the load again:

   \`\`\`sh
   airflow dags backfill load_ledger_${index} --start-date "$(date -d yesterday +%F)" --reset-dagruns
   psql -h warehouse -c 'select count(*) from ledger_${index} where day = current_date - 1'
   \`\`\`

3. Tell **#finance** what was late and why, and how much of the report it touches.

> The load may be started twice: it replaces the day as a whole.

- [ ] Finance ops informed
- [ ] Numbers of region ${index} compared with the day before
- [ ] Dashboard is green again

[^${index}]: Agreed with finance in the review of quarter ${(index % 4) + 1}.
`;
