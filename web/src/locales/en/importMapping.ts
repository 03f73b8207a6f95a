/** Saying what headings and words of a ledger mean. */
export const importMapping = {
  importMapping: {
    hint: 'Where a heading was not understood, or wrongly, choose its field under "Read as", or leave it out. The choice is remembered for every ledger with the same heading.',
    readAs: 'Read column "{{header}}" as',
    unknown: 'Not known, choose',
    ignored: 'Leave out',
    automatic: 'Decide by the heading again',
    required: ' (required)',
    said: 'As chosen by {{by}} on {{on}}',
    missing: 'Required columns are missing: {{fields}}',
    missingHint:
      'So rows of this table may not go in. If the ledger has such a column, choose the field for it below.',
    word: 'Always read "{{word}}" as',
    choose: 'Choose',
    wordHint: 'The choice is remembered for later ledgers',
    words: 'Words mapped by hand',
    wordLine: '{{field}}: "{{word}}" is read as "{{code}}"',
    forget: 'Forget',
  },
} as const
