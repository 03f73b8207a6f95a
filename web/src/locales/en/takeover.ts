import type { Shape } from '../shape.ts'
import type { takeover as chinese } from '../zh/takeover.ts'

/** A contract that was concluded before its case. */
export const takeover: Shape<typeof chinese> = {
  takeover: {
    open: 'Open a case for this contract',
    opening: 'A case for a contract concluded earlier: {{title}}',
    openingHint:
      'The case starts at the money of the contract. What led to it is stated by documents and dates and is not done again. Once the case is open, record “Take over the contract”.',
    before: 'before takeover',
    waiting_one: '{{count}} receipt in the register is not part of this case yet',
    waiting_other: '{{count}} receipts in the register are not part of this case yet',
    waitingHint:
      'Finance takes them in one by one; then they can be distributed. Costs noted in the register are recorded in the case separately. Nothing is booked twice: the case takes over the entries.',
    noVoucher: 'no voucher',
    takeIn: 'Take into this case',
    takeInHint:
      'Amount and date are those of the register; correct the register first if they are wrong.',
    inBudget: 'Entered in the budget?',
  },
}
