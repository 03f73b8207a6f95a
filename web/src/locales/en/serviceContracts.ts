/** Commissioned work: its sums, and what of it may count in appraisals. */
export const serviceContracts = {
  serviceContracts: {
    title: 'Commissioned work',
    lead: 'Amounts, receipts and rewards of development, consulting and service; rewards follow the institution’s own rule, see each case.',
    search: 'Contract or client',
    none: 'No commissioned work',
    noneHint: 'What a case of commissioned work signs, or a ledger brings, stands here.',
    totals_one: '{{count}} contract in all',
    totals_other: '{{count}} contracts in all',
    contract: 'Contract',
    kind: 'Kind',
    client: 'Client',
    registration: 'Registration',
    registrations: { registered: 'Registered', open: 'Not registered' },
    signedFrom: 'Signed from',
    signedTo: 'to',
    amount: 'Amount',
    received: 'Received',
    rewarded: 'Rewards',
    recognition: 'In appraisals',
    recognitions: {
      counts: 'May count',
      excluded: 'Related, left out',
      unknown: 'Not declared in full',
    },
    undeclared: 'To declare: {{names}}',
    recognitionNote:
      'Where a member of the team or close family has to do with the client it does not count; each is compared with what was declared.',
  },
} as const
