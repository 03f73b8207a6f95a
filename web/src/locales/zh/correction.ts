/** A paid distribution that is put right. */
export const correction = {
  correction: {
    reversed: '已冲回',
    title: '更正结算',
    name: '人员',
    had: '此前已发',
    due: '更正后应得',
    toPay: '补发',
    toReturn: '应退回',
    inShares: '股权',
    owedTitle: '有付款被退回，尚未补付',
    owedNote:
      '退回的款项仍应付给本人：经发放批次付出的在“发放批次”中补付，直接付出的补付后登记；分配冲回的，退回部分不再补付。',
    note: '冲回前发放的款项先抵更正后应得的部分，多发的退回或者经批准核销后方可结案。',
  },
} as const
