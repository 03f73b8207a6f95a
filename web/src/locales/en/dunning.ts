import type { Shape } from '../shape.ts'
import type { dunning as chinese } from '../zh/dunning.ts'

/** Letters that ask for what is overdue. */
export const dunning: Shape<typeof chinese> = {
  dunning: {
    title: 'Reminders to pay',
    write: 'Write a reminder',
    writeHint:
      'The letter lists all that is overdue and unpaid on its date; print it for the seal afterwards.',
    none: 'Something is overdue and no reminder was sent',
    noneHint: 'Send a reminder first, then a second one, and a final notice last.',
    stage: 'Kind',
    stages: { 1: 'Reminder', 2: 'Second reminder', 3: 'Final notice' },
    writtenOn: 'Date of the letter',
    payBy: 'To be paid by',
    way: 'Sent',
    ways: { post: 'by post', email: 'by e-mail', hand: 'by hand', other: 'otherwise' },
    words: 'Further words',
    strike: 'Strike',
    strikeHint: 'A struck letter can still be read, with the reason.',
    struck: 'struck on {{day}}',
    export: 'Export reminders',
  },
}
