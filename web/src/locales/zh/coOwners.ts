/** Others who own the achievement too, and what of the income is theirs. */
export const coOwners = {
  coOwners: {
    title: '代其他权利人收取',
    note: '归其他权利人的部分不是本单位收入，不参与分配；转付并附凭证后方可结案。',
    holder: '权利人',
    due: '应归其所有',
    passedOn: '已转付',
    held: '尚待转付',
    byTitle: '按权属份额应归其他权利人',
    take: '按份额填写',
    asByTitle: '与权属份额一致',
  },
} as const
