import type { Shape } from '../shape.ts'
import type { finding as chinese } from '../zh/finding.ts'

/** What is said while the records of a large import are made findable. */
export const finding = {
  finding: {
    notYet:
      '{{count}} records are not found by their words yet, only by their number; the lists show them.',
    title: '{{done}} of {{total}} records are found by their words',
    progress: 'How many are found by their words',
    hint: 'All records are in their registers: the lists show them, and their numbers find them. The others follow in the background; you may leave this page.',
  },
} as const satisfies Shape<typeof chinese>
