export const archives = {
  archives: {
    title: 'Institution archive',
    lead: 'Everything of the institution as one file that can be checked, and imported into another platform.',
    holds: 'An archive holds everything',
    holdsNote:
      'Registers, cases with all their acts, files, people, settings, own rules and templates, cases that only some may read among them. So one person orders it and another approves, and every order, decision and download is on record.',
    order: 'Order an archive',
    reason: 'Purpose',
    passphrase: 'Passphrase',
    passphraseHint: 'At least 12 characters. It is not kept: nobody can read it back.',
    again: 'Repeat the passphrase',
    differs: 'The passphrases differ',
    withoutSealed:
      'Without a passphrase, identity numbers, bank accounts, what objectors wrote and passwords stay behind.',
    withSealed:
      'What is sealed, and passwords, go along under this passphrase; importing asks for it.',
    send: 'Ask for approval',
    none: 'No archive yet',
    ordered: 'Ordered by {{by}}, {{at}}',
    decided: 'decided by {{by}}, {{at}}',
    sealed: 'with sealed data',
    bare: 'without sealed data',
    waits: 'Waits for another administrator, leader or discipline officer',
    approve: 'Approve and make it',
    refuse: 'Refuse',
    figures: '{{tables}} tables, {{rows}} rows, {{files}} files, {{size}}',
    until: 'available until {{at}}',
    fetch: 'Download the archive',
    failedHint:
      'It could not be made and no file was kept. Ask the operator to fix the cause, then order it again:',
    states: {
      proposed: 'To be approved',
      refused: 'Refused',
      waiting: 'Queued',
      making: 'Being made',
      ready: 'Ready',
      failed: 'Failed',
      expired: 'Expired',
    },
  },
} as const
