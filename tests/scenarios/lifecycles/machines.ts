// The smaller procedures, each from its beginning to its end.
import { fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

const house = { level: 'provincial', ownership: 'publicly_owned', research: true, byChoice: false }

export const annualReport: Scenario = {
  title: {
    zh: '年度报告：退回补正后受理（上海）',
    en: 'The report of a year comes back once (Shanghai)',
  },
  story: {
    zh: '医院报送年度报告时漏写了产学研医合作，草案提示而不阻断；主管部门退回，补正后受理，不算迟报。没有报送就不能记受理。',
    en: 'The report of a year says nothing of cooperation. The draft advises and stops nothing; the authority sends it back, and once mended it is accepted and is not late. Nothing is accepted that was not handed in.',
  },
  house: { province: 'CN-SH' },
  async tells({ on, officer, refused, due, advised, ends }) {
    await on('2027-01-04')
    await officer.opens('annual_report', {
      title: '2026年度报告',
      yearEndedOn: '2026-12-31',
      universityAffiliated: false,
      ...house,
      level: 'city',
    })
    await due('sh-draft-2024#a21.p1', '2027-03-31')
    const whole = {
      hasAchievements: true,
      hasTransfers: true,
      hasDistribution: true,
      showsModes: true,
      hasCooperation: true,
    }
    const receipt = { receipt: '收-1' }
    await refused('before-annualReportAccepted', officer.records('annualReportAccepted', receipt))
    await on('2027-01-20')
    await officer.records(
      'annualReportSubmitted',
      { ...whole, to: '示例卫健部门（虚构）', hasCooperation: false },
      { papers: ['年度报告（演示）'] },
    )
    await advised('sh-draft-2024#a21.p1')
    await on('2027-04-12')
    await officer.records('annualReportReturned', { reason: '缺合作情况' })
    await officer.records('annualReportMended', whole)
    await on('2027-04-20')
    await officer.records('annualReportAccepted', receipt)
    await officer.records('closed', { summary: '完毕' })
    await ends({ status: 'closed', stage: 'closing', papers: ['annual_report-closing-report'] })
  },
}

export const preparation: Scenario = {
  title: { zh: '医院制剂调剂到港澳', en: 'A preparation goes to Hong Kong' },
  story: {
    zh: '一种中药制剂经批准调剂到香港的机构。没有批准文书发不了货；发货、质量回访、运费补偿后结案。',
    en: 'A preparation of Chinese medicine goes to an institution in Hong Kong. Without the authority’s reply nothing is shipped; then it is shipped, looked after and compensated.',
  },
  async tells({ on, officer, finance, refused, ends }) {
    await on('2026-02-02')
    await officer.opens('preparation', {
      title: '止痛散调剂',
      preparation: '示例止痛散（虚构）',
      approvalNumber: '示Z001',
      onList: true,
      chineseMedicine: true,
    })
    await on('2026-02-10')
    await officer.records('allocationRequested', {
      receiver: '样例诊所（虚构）',
      destination: 'hong_kong_macao',
      quantity: '五百盒',
    })
    const shipment = { batch: '2603', quantity: '五百盒' }
    await refused('gd-2025#a28.p1', officer.records('preparationShipped', shipment))
    await on('2026-03-02')
    await officer.records('allocationAuthorised', { reply: '示例〔2026〕8号' })
    await on('2026-03-10')
    await officer.records('preparationShipped', shipment)
    await on('2026-04-10')
    await officer.records('qualityMonitored', { findings: '合格' })
    await on('2026-05-06')
    await finance.records('costsCompensated', {
      borneBy: 'by_receiver',
      amount: fenOf('3,000'),
      basis: '冷链运输',
    })
    await officer.records('closed', { summary: '完毕' })
    await ends({ status: 'closed', stage: 'closing', papers: ['preparation-closing-report'] })
  },
}

export const priceItem: Scenario = {
  title: { zh: '转化产品的价格项目', en: 'A price for what was transferred' },
  story: {
    zh: '转化的止血材料申报新的价格项目，批准后进入医保和医院。没有申报就没有结果可记。',
    en: 'A transferred haemostatic gets a price of its own, and with it a place on the list of insurance and in the hospital. A result is not recorded before an application.',
  },
  async tells({ on, officer, refused, ends }) {
    await on('2026-02-02')
    await officer.opens('price_item', {
      title: '创面封闭术价格',
      achievement: '可吸收止血材料（虚构）',
      item: '创面封闭术（虚构）',
    })
    const granted = { outcome: 'item_granted' }
    await refused('before-priceItemReviewed', officer.records('priceItemReviewed', granted))
    await officer.records('priceItemApplied', { body: '示例医保部门（虚构）' })
    await on('2026-03-10')
    await officer.records('priceItemReviewed', granted)
    await on('2026-06-10')
    await officer.records('insuranceListed', { list: '乙类' })
    await on('2026-07-10')
    await officer.records('hospitalEntered', { hospital: '示例医院（虚构）', disclosed: true })
    await officer.records('closed', { summary: '完毕' })
    await ends({ status: 'closed', stage: 'closing', papers: ['price_item-closing-report'] })
  },
}

export const titleRecommendation: Scenario = {
  title: { zh: '凭转化业绩推荐职称', en: 'Recommended to a title for transfers' },
  story: {
    zh: '研究人员以两项转化业绩被推荐评审。条件未核对，领导班子不能推荐。',
    en: 'A researcher is recommended for two transfers. Before the criteria are checked the leaders do not recommend.',
  },
  async tells({ on, officer, leaders, refused, ends }) {
    await on('2026-02-02')
    await officer.opens('title_recommendation', {
      title: '研究员推荐',
      person: '甲示例',
      rank: '研究员',
    })
    await refused(
      'before-titleRecommended',
      leaders.records('titleRecommended', { opinion: '同意' }),
    )
    await on('2026-02-10')
    await officer.records('criteriaChecked', { achievements: '转化两项', met: true })
    await on('2026-03-10')
    await leaders.records('titleRecommended', { opinion: '同意' })
    await on('2026-04-10')
    await officer.records('titleReviewed', { opinion: '通过' })
    await on('2026-05-06')
    await officer.records('titleAppointed', { outcome: 'appointed' })
    await officer.records('closed', { summary: '完毕' })
    await ends({
      status: 'closed',
      stage: 'closing',
      papers: ['title_recommendation-closing-report'],
    })
  },
}

export const specialPost: Scenario = {
  title: { zh: '技术转移特设岗位', en: 'A special post for technology transfer' },
  story: {
    zh: '没有空岗，内部调剂无果，申请特设岗位；批复之前不能聘任。',
    en: 'There is no vacancy and nothing to move, so a special post is asked for; before the reply nobody is appointed.',
  },
  async tells({ on, officer, refused, ends }) {
    await on('2026-02-02')
    await officer.opens('special_post', {
      title: '技术经理人岗位',
      purpose: '技术转移',
      vacantPosts: 0,
      adjusted: true,
      ...house,
    })
    await on('2026-02-10')
    await officer.records('postApplied', { application: '请示（示例）2号' })
    const filled = { person: '乙示例', post: '技术经理人' }
    await refused('before-postFilled', officer.records('postFilled', filled))
    await on('2026-03-10')
    await officer.records('postApproved', { reply: '批复（示例）5号' })
    await on('2026-04-01')
    await officer.records('postFilled', filled)
    await officer.records('closed', { summary: '完毕' })
    await ends({ status: 'closed', stage: 'closing', papers: ['special_post-closing-report'] })
  },
}

export const pilot: Scenario = {
  title: { zh: '加入创新改革试点（上海）', en: 'Joining the pilot of reform (Shanghai)' },
  story: {
    zh: '医院申报试点并列入名单，按期建立制度，提交年度报告。没有申请和论证不能列入名单。',
    en: 'The hospital applies for the pilot, is listed, makes its rules and reports the year. Without an application and its review it is not listed.',
  },
  house: { province: 'CN-SH', pilot: 'listed' },
  async tells({ on, officer, refused, due, ends }) {
    await on('2026-02-02')
    await officer.opens('pilot', { title: '改革试点申报', notice: '示例1号' })
    const listing = { document: '名单（示例）', startedOn: '2026-04-01' }
    await refused('before-pilotListed', officer.records('pilotListed', listing))
    await officer.records('pilotApplied', {
      plan: '实施方案（演示）',
      willStrong: true,
      mechanismComplete: true,
      demonstrates: true,
    })
    await on('2026-03-10')
    await officer.records('pilotReviewed', { opinion: '同意' })
    await on('2026-04-01')
    await officer.records('pilotListed', listing)
    await due('sh-pilot#h3.i2.p1', '2027-04-01')
    await on('2026-05-06')
    for (const topic of [
      'empowerment',
      'separate_list',
      'diligence_exemption',
      'income_distribution',
      'founding',
    ])
      await officer.records('pilotRuleMade', {
        topic,
        document: `院发（示例）${topic}`,
        inForceOn: '2026-05-01',
      })
    await on('2027-01-20')
    await officer.records('pilotYearReported', {
      yearEndedOn: '2026-12-31',
      measures: true,
      problems: true,
    })
    await officer.records('closed', { summary: '首年完成' })
    await ends({ status: 'closed', stage: 'closing', papers: ['pilot-closing-report'] })
  },
}

export const compulsoryListing: Scenario = {
  title: { zh: '逾期未转化成果挂牌', en: 'What nobody transferred in time is listed' },
  story: {
    zh: '财政资助的成果约定期限内没有转化。书面催办后仍未转化，挂牌；没有催办不能挂牌。',
    en: 'A publicly funded result was not transferred by the agreed day. It is reminded of and then listed; not without the reminder.',
  },
  house: { province: 'CN-SH' },
  async tells({ on, officer, refused, ends }) {
    await on('2026-02-02')
    await officer.opens('compulsory_listing', {
      title: '逾期成果挂牌',
      achievement: '康复支具（虚构）',
      publiclyFunded: true,
      agreedBy: '2025-12-31',
      transferred: false,
    })
    const listing = { exchange: '示例交易所（虚构）' }
    await refused('before-overdueListed', officer.records('overdueListed', listing))
    await on('2026-03-02')
    await officer.records('overdueReminded', { letter: '示例1号' })
    await on('2026-06-01')
    await officer.records('overdueListed', listing)
    await officer.records('closed', { summary: '已挂牌' })
    await ends({
      status: 'closed',
      stage: 'closing',
      papers: ['compulsory_listing-closing-report'],
    })
  },
}

export const ipInventory: Scenario = {
  title: { zh: '知识产权盘点（上海）', en: 'An inventory of IP (Shanghai)' },
  story: {
    zh: '医院盘点一件长期未转化的专利和一项成果。专利先定为托管，协议没有写明三权，草案提示而不阻断；改为开放许可。成果没有去向以前不能结案。',
    en: 'The hospital takes stock of a patent that lay idle and of an achievement. The patent is first given in trust under an agreement that settles too little: the draft advises and stops nothing. It becomes an open licence instead. Nothing is closed while the achievement waits.',
  },
  house: { province: 'CN-SH' },
  async tells({ on, officer, refused, advised, ends }) {
    await on('2026-02-02')
    await officer.opens('ip_inventory', {
      title: '2026年知识产权盘点',
      scope: '全部有效专利和未申请专利的成果',
      takenOn: '2026-01-31',
      takenBy: '成果转化部门',
      ...house,
      level: 'city',
    })
    await officer.records('itemsListed', {
      items: [
        {
          kind: 'patent',
          number: '示例ZL-1',
          name: '止血钳（虚构）',
          idleSince: '2019-01-01',
          everTransferred: false,
        },
        { kind: 'achievement', number: '示例CG-2', name: '康复支具（虚构）' },
      ],
    })
    await advised('sh-draft-2024#a7.p1')
    await on('2026-02-10')
    const decided = { reason: '缺少运营人手', decidedBy: '分管院领导' }
    await officer.records('itemDisposed', {
      ...decided,
      number: '示例ZL-1',
      outcome: 'trust',
      manager: '示例运营公司（虚构）',
      rightsSettled: false,
      incomePayer: 'manager_pays',
    })
    await advised('sh-draft-2024#a8.p1')
    const closing = { summary: '全部项目已有去向' }
    await refused('items-open', officer.records('closed', closing))
    await on('2026-02-24')
    const opened = { ...decided, reason: '托管协议没有谈成' }
    await officer.records('dispositionRevised', {
      ...opened,
      number: '示例ZL-1',
      outcome: 'open_licence',
    })
    await officer.records('itemDisposed', {
      ...decided,
      number: '示例CG-2',
      outcome: 'keep',
      reason: '仍在研发',
    })
    await officer.records('closed', closing)
    await ends({ status: 'closed', stage: 'closing', papers: ['ip_inventory-closing-report'] })
  },
}
