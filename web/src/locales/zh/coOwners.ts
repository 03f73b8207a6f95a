/** Others who own the achievement too, and what of the income is theirs. */
export const coOwners = {
  coOwners: {
    title: '应转付他方的款项',
    note: '归其他权利人的部分不是本单位收入，不参与分配；转付并附凭证后方可结案。归平台公司的部分随发放计提，同样转付后结案。',
    company: '成果转化平台公司',
    toGiveBack: '应退回',
    holder: '权利人',
    due: '应归其所有',
    passedOn: '已转付',
    held: '尚待转付',
    byTitle: '按权属份额应归其他权利人',
    take: '按份额填写',
    asByTitle: '与权属份额一致',
  },
} as const
