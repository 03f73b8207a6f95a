/** Receipts that finance enters by hand. */
export const handReceipts = {
  handReceipts: {
    enter: 'Enter a receipt',
    lead: 'What arrived and stands in neither a case nor a ledger; income of a case is recorded in the case. A voucher of an account is entered once.',
    accountHint: 'The account it came to, such as the bank and the last four digits',
    voucherHint: 'The number of the bank slip or of the voucher',
    wholeHint: 'Where one receipt is entered in parts, what came in as a whole; otherwise nothing',
    bookedHint: 'What was booked in yuan; it may follow from the rate',
    contract: 'Contract',
    contractHint: 'Leave it open where it is not known yet; it waits under “Receipts that wait”.',
    save: 'Enter',
    giveBack: 'Enter a refund',
    giveBackHint:
      'What went back to whoever paid; it lowers this receipt. Take back first what that part paid.',
    gaveBackOn: 'Went back on',
    gaveBack: 'What went back',
    fromAccount: 'Paid from',
    fromAccountHint:
      'The account of the house it was paid from, e.g. the bank and the last four digits',
    paidVoucherHint: 'Number of the bank slip of the payment, or of the voucher',
    takeBack: 'Take back',
    takeBackHint:
      'Take back what was entered by mistake and enter it anew; both stay on record. What was matched, linked with a refund or verified is taken back there first.',
  },
} as const
