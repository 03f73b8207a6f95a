import type { Shape } from '../shape.ts'
import type { advisers as chinese } from '../zh/advisers.ts'

/** People from outside who work for the house part of their time. */
export const advisers: Shape<typeof chinese> = {
  advisers: {
    title: 'People from outside',
    none: 'Nobody from outside is engaged',
    noneHint:
      'Engagements are entered on the page of a person; enter them into the register first.',
    engagements: 'Engagements from outside',
    noEngagement: 'No engagement is entered',
    enter: 'Enter an engagement',
    enterLead:
      'Somebody from outside works on transfer part of their time: as what, on what, how long. Before it ends the calendar reminds of it.',
    kind: 'Engaged as',
    kinds: {
      part_time: 'Part-time post',
      adviser: 'Adviser',
      mentor: 'Mentor of start-ups',
      visiting: 'Visiting',
    },
    home: 'Comes from',
    unit: 'Department',
    task: 'Task',
    from: 'From',
    until: 'Until',
    untilHint: 'The last day; leave it empty where none was agreed.',
    state: 'State',
    states: { coming: 'Not begun', current: 'Engaged', ended: 'Ended' },
  },
}
