/** What somebody reads whose link leads nowhere. */
export const links = {
  links: {
    dead: 'This link does not work',
    deadWhy: 'It may have been cut off while copying, or withdrawn, or replaced by a newer one.',
    deadTodo:
      'Open the whole link from the message once more; if it still does not work, ask whoever sent it for a new one.',
    notRead: 'It cannot be opened for now',
  },
} as const
