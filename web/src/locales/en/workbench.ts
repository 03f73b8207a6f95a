import type { Shape } from '../shape.ts'
import type { workbench as chinese } from '../zh/workbench.ts'

/** What the workbench says. */
export const workbench = {
  workbench: {
    title: 'Workbench',
    dueNow: 'To do',
    waiting: 'Waiting for others',
    waitingFor: 'Waiting for {{who}}',
    nothingDue: 'Nothing waits for you now',
    nothingHint: 'When it is your turn it appears here by date, with the article that says so.',
    groupBy: 'Group by',
    byDay: 'By day',
    byCase: 'By case',
    byPerson: 'By person',
    anyDay: 'Open',
    opensOn: 'Opens',
    nobody: 'Nobody holds this role yet',
    when: {
      overdue: 'Overdue',
      today: 'Today',
      week: 'Within seven days',
      later: 'Later',
      open: 'Can be done, no fixed day',
      waiting: 'A waiting period runs',
      others: 'Others are to act, no fixed day',
    },
    thisYear: '{{year}}',
    monthsHint: 'The last twelve months',
    beginning: 'Begin here',
    beginningHint:
      'This institution has no case yet. Take these steps in turn; the workbench then tells every deadline and its article.',
    begin: {
      institution: 'Describe the institution',
      people: 'Add colleagues and their roles',
      texts: 'Import the official texts',
      achievements: 'Disclose a first achievement',
      case: 'Open a case about it',
    },
    beginWhy: {
      institution:
        'The province decides which law applies; who takes objections is filled in once.',
      people: 'Who negotiates may not review; decisions and money have accounts of their own.',
      texts: 'Articles then stand beside their digest, and their fingerprints are compared.',
      achievements: 'An inventor does it on a phone in about ten minutes.',
      case: 'Disclosure, title, screening and talks, up to notice, decision, contract and reward.',
    },
    underway: 'Cases under way',
    received: 'Received',
    distributed: 'Distributed',
    act: 'Do it',
    suspended: '{{count}} suspended',
  },
} as const satisfies Shape<typeof chinese>
