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
    notHere: 'Signing and what led to it was not done on this platform',
    start: {
      title: 'In use since',
      note: 'Contracts signed before this day may be taken over; those signed since take disclosure, review, notice and decision here. One person proposes the day, another confirms it, and all of it stays to be read.',
      none: 'Not set yet; until then no contract is taken over.',
      propose: 'Propose a day',
      proposeHint:
        'As the notice or the minutes on the use of the platform say. It holds once somebody else has confirmed it.',
      from: 'Platform in use since',
      reason: 'What it rests on',
      waiting: '{{day}}, proposed by {{by}}, waits for a second person',
      another: 'Somebody other than you confirms it.',
      confirm: 'Confirm',
      withdraw: 'Withdraw',
      kinds: { proposed: 'Proposed', withdrawn: 'Withdrawn', confirmed: 'Confirmed' },
    },
    waiting_one: '{{count}} receipt in the register is not part of this case yet',
    waiting_other: '{{count}} receipts in the register are not part of this case yet',
    waitingHint:
      'Finance takes them in one by one; then they can be distributed. Costs noted in the register are recorded in the case separately. Nothing is booked twice: the case takes over the entries.',
    serviceMoney: 'Money from before this case',
    serviceMoneyHint:
      'What was shared out earlier is in the totals of this contract; it is not settled or rewarded again.',
    noneEarlier: 'Nothing was shared out before the takeover.',
    paidOn: 'Paid on',
    rewarded: 'Reward',
    document: 'Shown by',
    noVoucher: 'no voucher',
    takeIn: 'Take into this case',
    takeInHint:
      'Amount and date are those of the register; correct the register first if they are wrong.',
    inBudget: 'Entered in the budget?',
    beyond: 'Why more came in than was agreed',
    beyondHint:
      'With this receipt more has come in than the contract and its payment terms come to.',
  },
}
