/** A paid distribution that is put right. */
export const correction = {
  correction: {
    reversed: 'reversed',
    title: 'Settlement of the correction',
    name: 'Person',
    had: 'Had before',
    due: 'Due now',
    toPay: 'To be paid',
    toReturn: 'To give back',
    inShares: 'in shares',
    owedTitle: 'A payment came back and is not made again yet',
    owedNote:
      'It is owed to them still: pay it again in a payout batch, or record it where it was paid by hand. Once the distribution is reversed it is not paid again.',
    blocked: 'Cases that cannot be paid now',
    blockedLead:
      'They got another act since their payments were ordered. A file goes on without them; once the matter is settled make another file, or take the case out of the batch.',
    takeOut: 'Take out of the batch',
    takeOutLead:
      'Only what was not sent of this case is dropped; the others stay, and its plan can come into a later batch.',
    reason: 'Why it is taken out',
    fallen: 'Cases whose plan an objection overturned',
    fallenLead:
      'The finding asks for another plan. What was not sent is not sent any more; what was paid is taken in, the new plan sets it off and pays the difference, and what is too much is given back. The new plan is drafted after that.',
    fallenPaid: 'Paid',
    withBank_one: 'The bank has not answered for {{count}} payment; take in its proof first',
    withBank_other: 'The bank has not answered for {{count}} payments; take in its proof first',
    takeIn: 'Take in what was paid',
    letGo: 'Drop the payments of this plan',
    turns: 'Returned, paid again, taken in',
    turnKinds: {
      returned: 'came back',
      repeated: 'paid again',
      taken_in: 'paid before the plan fell, set off',
    },
    noPlan: 'Once the new plan is drafted, this says what each is still to get or to give back.',
    note: 'What was paid before a reversal, or before the plan fell, counts towards what is due now; what is too much is given back, or written off, before the case closes.',
  },
} as const
