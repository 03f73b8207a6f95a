import type { Shape } from '../shape.ts'
import type { coOwners as zh } from '../zh/coOwners.ts'

/** Others who own the achievement too, and what of the income is theirs. */
export const coOwners: Shape<typeof zh> = {
  coOwners: {
    title: 'To be passed on to co-owners',
    note: 'What belongs to other holders is no income here and is not shared out; it is passed on, with proof, before the case is closed. The part of the platform company is owed with the payout, and passed on likewise.',
    company: 'The platform company',
    toGiveBack: 'To be returned',
    holder: 'Holder',
    due: 'Their share',
    passedOn: 'Passed on',
    held: 'Still held',
    byTitle: 'Of other holders, by the shares of the title',
    take: 'Fill in by title shares',
    asByTitle: 'As the title shares give',
  },
}
