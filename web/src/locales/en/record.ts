/** What of a record is not open to its reader yet. */
export const record = {
  record: {
    part: 'This matter concerns you: what others said and what the investigators noted opens to you with the finding on you.',
    withheld: 'Opens with the finding',
  },
} as const
