/** What was typed and not sent. */
export const drafts = {
  drafts: {
    fromHere: 'Your draft of {{at}} is back.',
    fromElsewhere: 'Goes on with your draft of {{at}} from another device.',
    newer: 'You wrote a later draft on another device at {{at}}.',
    take: 'Go on with it',
    afresh: 'Start afresh',
    kept: 'What you type is kept; sign in on another device to go on there.',
  },
} as const
