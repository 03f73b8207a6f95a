/** What was typed and not sent. */
export const drafts = {
  drafts: {
    fromHere: 'Your draft of {{at}} has been restored.',
    fromElsewhere: 'Continued from your draft of {{at}} on another device.',
    newer: 'You wrote a later draft on another device at {{at}}.',
    take: 'Continue with it',
    afresh: 'Start over',
    kept: 'What you type is saved; sign in on another device to continue there.',
  },
} as const
