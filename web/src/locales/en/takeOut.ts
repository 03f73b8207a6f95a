import type { Shape } from '../shape.ts'
import type { takeOut as chinese } from '../zh/takeOut.ts'

/** Taking evaluations and feedback of all achievements out. */
export const takeOut: Shape<typeof chinese> = {
  takeOut: {
    button: 'Export evaluations and feedback',
    title: 'Export evaluations and company feedback',
    note: 'Of all achievements. Days and kind left empty narrow nothing; corrected versions and feedback that was struck out are in it, with the reason.',
    from: 'Held or heard from',
    to: 'Held or heard to',
    reversed: 'The last day lies before the first; correct it',
    kind: 'Kind of evaluation',
    kindHint: 'Narrows evaluations only; without one, every kind leaves',
    evaluations: 'Export evaluations',
    feedback: 'Export company feedback',
  },
}
