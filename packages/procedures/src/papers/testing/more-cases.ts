// More cases of procedures made of steps.
import { type Act, decided, objection, shown } from './cases.ts'

const team = [{ name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false }]
const terms = {
  period: '2027-03-31',
  fee: '0',
  field: '术中止血',
  trigger: '完成百例临床使用',
  pricedBy: 'fixed_price',
  fixedPrice: '100000000',
}

/** The acts of one case of each procedure, by its id. */
export const moreCases: Readonly<Record<string, readonly Act[]>> = {
  service_contract: [
    [
      '2026-02-02',
      'serviceOpened',
      {
        title: '示例检测服务',
        kind: 'service',
        client: '示例生物（虚构）',
        team,
        relatedPartiesDeclared: true,
        related: '无',
      },
    ],
    [
      '2026-02-10',
      'contractApproved',
      { body: '院长办公会', document: '院办（示例）3号', recused: ['示例乙'] },
    ],
    [
      '2026-02-20',
      'serviceSigned',
      { number: 'JS-示例-1', price: '30000000', performUntil: '2026-12-31' },
    ],
    ['2026-03-01', 'serviceRegistered', { outcome: 'registered', number: '2026-示例-7' }],
    ['2026-06-01', 'serviceAccepted', { note: '符合约定', acceptedBy: '示例验收人' }],
    ['2026-06-10', 'incomeReceived', { amount: '30000000', voucher: '记-7' }],
    [
      '2026-06-12',
      'netSettled',
      {
        method: 'actual_cost',
        taxes: '1800000',
        performanceCosts: '8200000',
        statement: '结-示例-2',
      },
    ],
    [
      '2026-06-15',
      'rewardPlanned',
      {
        pool: '14000000',
        rule: '院发（示例）5号',
        ruleInForceOn: '2026-01-01',
        share: '70%',
        lines: [{ ...team[0], share: '100%' }],
      },
    ],
    ['2026-06-16', 'rewardAgreed', { member: '示例甲', paper: '签字件（示例）' }],
    [
      '2026-06-20',
      'rewardPaid',
      { lines: [{ name: '示例甲', amount: '14000000' }], proof: '批次-2' },
    ],
    ['2026-06-21', 'closed', { summary: '已办结' }],
  ],
  use_first: [
    [
      '2026-01-10',
      'useFirstOffered',
      { title: '示例先用后转', achievement: '可吸收止血材料', team },
    ],
    [
      '2026-01-12',
      'requested',
      { enterprise: '示例器械（虚构）', size: 'small', way: 'pay', purpose: '临床验证' },
    ],
    ['2026-02-02', 'proposed', { ...terms, talks: '两轮商谈', distribution: '团队70%' }],
    [
      '2026-02-06',
      'reviewed',
      {
        outcome: 'passed',
        opinion: '同意',
        ethics: 'not_applicable',
        compliance: 'passed',
        risk: 'passed',
      },
    ],
    [
      '2026-03-05',
      'noticePublished',
      {
        achievement: '可吸收止血材料',
        team: '示例甲',
        way: 'pay',
        counterparty: '示例器械（虚构）',
        ...terms,
        distribution: '团队70%',
        leaders: [],
        objectionProcedure: '向转化部门书面提出',
        department: '转化部门',
      },
    ],
    ['2026-03-21', 'noticeCertified', { lastShownOn: '2026-03-20' }],
    ['2026-03-25', 'decided', decided],
    [
      '2026-04-01',
      'signed',
      {
        counterparty: '示例器械（虚构）',
        ...terms,
        byInstitution: true,
        byPlatformCompany: false,
        byInventor: false,
        confidentiality: true,
        liability: true,
        returns: true,
      },
    ],
    ['2026-10-01', 'assessed', { outcome: 'converts', report: '已使用一百二十例' }],
    ['2026-12-01', 'closed', { summary: '已转为正式转化' }],
  ],
  rectification: [
    [
      '2026-01-10',
      'foundingDeclared',
      {
        title: '示例过往创办整改',
        researcher: '示例甲',
        company: '示例初创（虚构）',
        foundedOn: '2022-05-01',
        voluntary: true,
        extract: '登记摘录-1',
      },
    ],
    [
      '2026-01-20',
      'traced',
      {
        achievements: '可吸收止血材料',
        titleOf: '本单位所有',
        contracts: '无',
        funds: '自筹',
        period: '2022年至2025年',
        complete: true,
      },
    ],
    [
      '2026-02-01',
      'screened',
      {
        affected: [],
        stateSecret: false,
        ethics: 'passed',
        conditionsMet: true,
        appropriated: false,
        opinion: '可以整改',
      },
    ],
    [
      '2026-02-10',
      'proposed',
      {
        settlement: '补签许可合同并结清',
        amount: '20000000',
        future: 'by_licence',
        income: '按销售额提成',
        confidentiality: '另签保密协议',
      },
    ],
    ['2026-02-20', 'decided', decided],
    ['2026-03-05', 'noticePublished', shown],
    ...objection,
    ['2026-03-13', 'noticePublished', shown],
    ['2026-03-31', 'noticeCertified', { lastShownOn: '2026-03-30' }],
    ['2026-04-02', 'agreed', { terms: '三十日内结清', asPublished: true }],
    ['2026-06-01', 'closed', { summary: '已整改' }],
  ],
  asset_ledger: [
    [
      '2026-02-02',
      'assetEntered',
      {
        title: '可吸收止血材料',
        fundSource: 'public',
        disclosedOn: '2026-01-10',
        disclosesBasics: true,
        disclosesResearchState: true,
        disclosesMarket: true,
        startedOn: '2024-01-01',
        ownedByUnit: true,
        stateAsset: true,
        reviewed: true,
      },
    ],
    ['2026-03-01', 'booked', { treatment: 'capitalise', voucher: '记-11' }],
    ['2026-04-01', 'closed', { summary: '已销账' }],
  ],
  platform_company: [
    [
      '2026-02-02',
      'companyPlanned',
      {
        title: '设立示例平台公司',
        company: '示例转化公司（虚构）',
        level: 'provincial',
        placeLevel: 'provincial',
        plans: [],
        workSchemeMade: true,
        riskRuleOn: '2026-01-01',
        stateAssetRuleOn: '2026-01-01',
        countedOn: '2026-02-01',
        rights: [{ id: 'a', kind: 'invention', label: 'ZL-示例-1' }],
        rightsHash: 'ab'.repeat(32),
        openRights: [],
        incomes: [
          {
            id: 'b',
            receivedOn: '2025-06-01',
            mode: 'license',
            gross: '100000000',
            net: '88000000',
          },
        ],
        incomesHash: 'cd'.repeat(32),
        openIncomes: [],
      },
    ],
    ['2026-02-20', 'decided', decided],
    [
      '2026-03-01',
      'companyRegistered',
      {
        name: '示例转化公司（虚构）',
        code: '示例代码',
        ownership: 'state_sole',
        isLegalPerson: true,
        parents: 1,
      },
    ],
    [
      '2026-03-10',
      'delegated',
      { stages: ['negotiate', 'sign'], maySign: true, letter: '委-示例-1', until: '2028-03-10' },
    ],
  ],
  preparation: [
    [
      '2026-02-02',
      'preparationOffered',
      {
        title: '示例调剂',
        preparation: '示例散',
        approvalNumber: '示Z001',
        onList: true,
        chineseMedicine: true,
      },
    ],
    [
      '2026-02-10',
      'allocationRequested',
      { receiver: '示例社区中心（虚构）', destination: 'hong_kong_macao', quantity: '五百盒' },
    ],
    ['2026-03-02', 'allocationAuthorised', { reply: '示例〔2026〕8号' }],
    ['2026-05-07', 'closed', { summary: '完毕' }],
  ],
  price_item: [
    [
      '2026-02-02',
      'priceItemDrafted',
      { title: '示例价格项目', achievement: '止血材料', item: '创面封闭术' },
    ],
    ['2026-03-10', 'priceItemReviewed', { outcome: 'item_granted' }],
  ],
  title_recommendation: [
    ['2026-02-02', 'titleNominated', { title: '示例推荐', person: '示例甲', rank: '研究员' }],
    ['2026-05-06', 'titleAppointed', { outcome: 'appointed' }],
  ],
  special_post: [
    [
      '2026-02-02',
      'vacancyChecked',
      { title: '示例岗位', purpose: '技术转移', vacantPosts: 0, adjusted: true },
    ],
  ],
  pilot: [
    ['2026-02-02', 'pilotNoticed', { title: '示例试点', notice: '示例1号' }],
    [
      '2026-05-06',
      'pilotRuleMade',
      { topic: 'empowerment', document: '院发1号', inForceOn: '2026-05-01' },
    ],
  ],
  ip_inventory: [
    [
      '2026-02-02',
      'inventoryRun',
      { title: '示例盘点', scope: '全部专利', takenOn: '2026-01-31', takenBy: '示例甲' },
    ],
    [
      '2026-02-10',
      'itemsListed',
      { items: [{ kind: 'patent', number: '示ZL1', name: '止血钳', idleSince: '2019-01-01' }] },
    ],
    [
      '2026-03-10',
      'itemDisposed',
      {
        number: '示ZL1',
        outcome: 'trust',
        reason: '缺少运营人手',
        decidedBy: '示例乙',
        manager: '示例运营公司（虚构）',
        rightsSettled: true,
        incomePayer: 'manager_pays',
      },
    ],
    ['2026-03-12', 'closed', { summary: '完毕' }],
  ],
  compulsory_listing: [
    [
      '2026-02-02',
      'overdueFound',
      { title: '示例逾期成果', achievement: '止血材料', agreedBy: '2025-12-31' },
    ],
  ],
}
