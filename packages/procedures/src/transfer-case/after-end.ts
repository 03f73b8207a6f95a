// The acts that still count once a transfer case has ended.

/** What is still to be done once a contract has ended early. */
const afterTermination: readonly string[] = [
  'registrationAmended',
  'reportReturned',
  'reportSupplemented',
  'receiptRecorded',
  'receivableWrittenOff',
  'costRecorded',
  'distributionReversed',
  'receiptRefunded',
  'costWithdrawn',
  'recoveryRecorded',
  'othersSettled',
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
  closed: ['reopened'],
}
