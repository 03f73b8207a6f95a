/** What other registers hold of an achievement. */
export const belongings = {
  belongings: {
    title: '归属于本成果的登记',
    enterRight: '登记知识产权',
    all: '全部',
    rights: '知识产权',
    noRights: '还没有关联的知识产权；登记后，成果标记、新颖性期限和转让才能跟上。',
    projects: '科研项目',
    noProjects: '没有关联的项目。',
    contracts: '合同与到账',
    noContracts: '没有关联的合同。',
    received: '已到账',
    receivedInAll: '以上合同共到账',
    asset: '资产标记',
    noAsset: '尚未进入成果资产台账。',
    ledgerSaid: '原台账另有记载',
    ledgerSaidWhy:
      '标记由知识产权、合同和案卷得出，不由人填写。请核对：台账所指的合同或证书是否尚未登记，或台账有误。',
  },
} as const
