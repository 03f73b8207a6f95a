/** The rows that an import leaves out, as a file to be corrected. */
export const toCorrect = {
  toCorrect: {
    title_one: '{{count}} row was not written and waits to be corrected',
    title_other: '{{count}} rows were not written and wait to be corrected',
    hint: 'Download these rows; the last column says what is wrong with each. Upload the file again once it is corrected: rows written already are not doubled. The ledger is kept for a while only after confirming, so take it soon.',
    xlsx: 'Download rows to correct (Excel)',
    csv: 'Download rows to correct (CSV)',
  },
} as const
