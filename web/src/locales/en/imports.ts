import type { Shape } from '../shape.ts'
import type { imports as chinese } from '../zh/imports.ts'

/** What the import of ledgers says. */
export const imports = {
  imports: {
    title: 'Import a ledger',
    lead: "Upload the institution's own spreadsheet. You see a preview first; after confirmation all of it is written, or nothing.",
    drop: 'Click or drop an xlsx file',
    mapping: 'Columns understood as',
    sheet: 'Sheet',
    row: 'Row',
    column: 'Column',
    problem: 'Problem',
    value: 'Value',
    field: 'Field',
    rule: 'Rule',
    problems: '{{count}} problems',
    noProblems: 'No problems found',
    confirm: 'Write them',
    confirmHint: 'These records will be written; importing the same file again adds nothing.',
    done: 'Written',
    again: 'Import another file',
    rows: 'Accepted',
    table: 'Kind',
  },
} as const satisfies Shape<typeof chinese>
