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
    note: '冲回前发放的款项先抵更正后应得的部分，多发的退回或者经批准核销后方可结案。',
  },
} as const
