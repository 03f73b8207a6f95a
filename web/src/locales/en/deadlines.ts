import type { Shape } from '../shape.ts'
import type { deadlines as chinese } from '../zh/deadlines.ts'

/** The deadlines that people set for rights, over all of them. */
export const deadlines: Shape<typeof chinese> = {
  deadlines: {
    title: 'Own deadlines',
    lead: 'The open deadlines that people set, over all rights. Whoever leaves hands over all of theirs here, at once.',
    states: { over: 'Over', left: 'Holder has left' },
    none: 'No open deadline',
    noneHint: 'Set one on the page of a right, under its own deadlines.',
    cut: 'The first {{count}} due are listed. Narrow them down, or export them: the sheet has all.',
    holders: 'Who holds open deadlines',
    count: '{{count}} open',
    bareName: 'name only',
    handOver: 'Hand over all',
    handOverOf: 'Hand over the {{count}} open deadlines of {{name}}',
    handOverLead:
      'The days stay as they are; what is over goes along. The history of each right tells it.',
    heir: 'Who does it from now on',
  },
}
