import type { Shape } from '../shape.ts'
import type { coOwners as zh } from '../zh/coOwners.ts'

/** Others who own the achievement too, and what of the income is theirs. */
export const coOwners: Shape<typeof zh> = {
  coOwners: {
    title: 'Collected for other holders',
    note: 'What belongs to other holders is no income here and is not shared out; it is passed on, with proof, before the case is closed.',
    holder: 'Holder',
    due: 'Theirs',
    passedOn: 'Passed on',
    held: 'Still held',
    byTitle: 'Of other holders, by the shares of the title',
    take: 'Fill in by the shares',
    asByTitle: 'As the shares of the title give',
  },
}
