/** Taking an import back. */
export const undoneImports = {
  undoneImports: {
    undo: 'Take this import back',
    title: 'Take this import back?',
    checking:
      'Looking which records this import wrote, and whether anybody changed or used them since…',
    text: 'These records are taken back at once, or none of them if one cannot be. The same file can be imported again afterwards.',
    withdrawn: 'Leave the register',
    withdrawnHint:
      'Entered by this import: they leave the register, their histories are kept and say so.',
    putBack: 'Put back',
    putBackHint:
      'Changed or linked by this import: they become what they were before, as their histories say.',
    register: 'Register',
    nothing: 'Nothing that this import wrote is left; only its state changes.',
    idNumbersKept_one:
      '{{count}} identity number is not put back: the one before was no longer kept once replaced. Check it and correct it by hand.',
    idNumbersKept_other:
      '{{count}} identity numbers are not put back: those before were no longer kept once replaced. Check them and correct them by hand.',
    reason: 'Why it is taken back',
    reasonHint: 'Stands in the history of every record',
    confirm_one: 'Take {{count}} record back',
    confirm_other: 'Take {{count}} records back',
    cannot_one: 'Cannot be taken back as one: {{count}} record was changed or is referred to',
    cannot_other: 'Cannot be taken back as one: {{count}} records were changed or are referred to',
    cannotHint: 'Settle the records below first; or correct them one by one instead.',
    more_one: '{{count}} more is not listed.',
    more_other: '{{count}} more are not listed.',
    changed: 'changed by {{by}} on {{on}}',
    referred_one: 'referred to by {{what}} ({{count}})',
    referred_other: 'referred to by {{what}} ({{count}})',
    done: 'Taken back by {{by}} on {{on}}',
    doneHint:
      'Its records left the registers or were put back; their histories are kept. Why: {{reason}}',
    what: {
      act: 'a matter',
      transfer_case: 'a matter',
      comment: 'comments',
      contract_achievement: 'a contract',
      ip_right: 'an IP right',
      receipt: 'a receipt',
      achievement: 'another achievement',
      achievement_evaluation: 'an evaluation',
      inventor_confirmation: 'a confirmation of shares',
      asset_booking: 'an asset booking',
      asset_cost: 'R&D costs',
      project: 'a project in the workload ledger',
      stocktaking_line: 'a stocktaking',
      fee_batch_line: 'a batch of annual fees',
      right_event: 'an official event',
      right_relation: 'a patent family',
      right_review: 'a decision to keep or abandon',
      edit_item: 'a run of edits',
      elsewhere: 'something you may not read',
    },
  },
} as const
