// The acts that still count once a transfer case has ended.

/** The bank returns a payment whenever it does, and it is paid again. */
const returns = ['paymentReturned', 'paymentRepeated'] as const

/**
 * Equity is given up years after its case was closed, and a filing may come late; what was recorded wrongly is taken
 * back then as well, and the choice that was made is recorded.
 */
const deferred = [
  'deferralChosen',
  'deferralFiled',
  'deferralSettled',
  'deferralTakenBack',
] as const

/** What is still to be done once a contract has ended early. */
const afterTermination: readonly string[] = [
  // A contract that had ended before is taken over as such: confirmed, told anew or given up.
  'contractTakenOver',
  'takeoverConfirmed',
  'withdrawn',
  'registrationAmended',
  'registrationTakenBack',
  'reportReturned',
  'reportSupplemented',
  'receiptRecorded',
  'writeOffProposed',
  'receivableWrittenOff',
  'writeOffTakenBack',
  'costRecorded',
  'distributionReversed',
  'receiptRefunded',
  'costWithdrawn',
  'costReimbursed',
  'reimbursementTakenBack',
  'recoveryRecorded',
  'taxSetOffTakenBack',
  ...returns,
  'fallenPlanTakenIn',
  'othersSettled',
  ...deferred,
  'companyPartSettled',
  'othersIncomeAgreed',
  'planDrafted',
  'planAgreed',
  'planNoticePublished',
  'planNoticeCertified',
  'planObjected',
  'planObjectionFound',
  'paid',
  'closed',
  'tipReceived',
  'objectionFound',
]

/** The acts that still count once a case has ended so. */
export const afterEnd: Readonly<Record<string, readonly string[]>> = {
  terminated: afterTermination,
  closed: ['reopened', ...returns, ...deferred],
  // A cost that nothing was deducted of is let go, so that another case may deduct it.
  rejected: ['costWithdrawn', ...returns],
  withdrawn: ['costWithdrawn', ...returns],
}
