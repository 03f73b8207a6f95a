/** What came to somebody themselves: rewards, bonuses, equity. */
export const myMoney = {
  myMoney: {
    title: '我的收益',
    every: '逐笔说明',
    none: '还没有奖励、授权奖金或股权。',
    rewards: '转化奖励（净得）',
    bonuses: '授权奖金',
    beforeTax: '税前，部分代扣税额未登记',
    open: '待发放',
    equity: '奖励股权',
    equityNote: '本人在各公司的持股和按持股应得的分红；分红由公司支付，实际到账以公司凭证为准。',
    others: '其他贡献人员',
    share: '现持股比例',
    changes: '持股变动',
    dividends: '分红（按持股应得）',
    notProposed: '尚未提出奖金',
    nameShared: '本单位有与您同名的人员，只登记了姓名的奖金无法区分，这里不列；请向财务核对。',
    states: {
      proposed: '待审批',
      approved: '待发放',
      paid: '已发放',
      withdrawn: '已撤回',
    },
  },
} as const
