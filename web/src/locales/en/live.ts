/** What others do while a page is open. */
export const live = {
  live: {
    present: '{{name}} is looking at it too',
    filling: '{{name}} is filling in “{{act}}”',
    recorded: '{{name}} has just recorded “{{act}}”',
    show: 'Show',
    kept: 'What you typed is kept.',
    overtaken: '“{{act}}” cannot be recorded any more',
    overtakenHint:
      'Somebody else may have done it. What you typed is kept as a draft; see the record below.',
  },
} as const
