import type { Shape } from '../shape.ts'
import type { compare as chinese } from '../zh/compare.ts'

/** What the comparison of rules says. */
export const compare = {
  compare: {
    title: 'Compare rules',
    lead: 'The same cases under two laws, days, revisions or readings, differences first. It only reads.',
    subject: 'What to compare',
    allCases: 'Every live case of the institution',
    fromForm: 'The deal in the simulator',
    before: 'Side A',
    after: 'Side B',
    law: 'Rules',
    own: 'As the institution is judged (with its own rules)',
    place: 'The law of the place (without own rules)',
    day: 'Day',
    dayHint: 'today when left empty',
    reading: 'Read instead',
    topic: 'Topic',
    differences: 'differences: {{count}}',
    noDifference: 'Nothing differs.',
    bothSay: 'Both sides speak, differently',
    oneSays: 'Only one side has a rule that applies',
    oneSaysOpen: 'Only one side has a rule, and facts are missing: {{count}}',
    same: 'The same: {{count}}',
    noMoney: 'Nothing received yet, so there are no amounts to compare.',
    summary: 'Summary',
    counts: 'Live cases: {{looked}}; with another finding: {{differ}}.',
    inCases: 'cases: {{count}}',
    list: 'Cases that differ',
    whole: 'See the whole comparison of this case',
    fixForm: 'The deal in the simulator cannot be read; correct it first.',
  },
} as const satisfies Shape<typeof chinese>
