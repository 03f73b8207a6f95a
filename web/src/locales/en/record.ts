/** What of a record is not open to its reader yet. */
export const record = {
  record: {
    part: 'This matter concerns you: what others said and what the investigators noted opens to you with the finding on you.',
    withheld: 'Opens with the finding',
    partOpen:
      'Some of the record is for those alone whom it concerns; the server has checked the whole of it.',
    withheldOpen: 'Not all of it is open to you',
  },
} as const
