import { countryWords, eventKinds, ruleOf } from '@yizhuan/docket'
import { instructionKinds } from './agents.ts'

const kinds = {
  invention: '发明专利',
  utility_model: '实用新型',
  design: '外观设计',
  pct: 'PCT 国际申请',
  patent: '专利（类型待核）',
  software: '软件著作权',
  layout: '集成电路布图设计',
  variety: '植物新品种',
  preparation: '医疗机构制剂',
  trademark: '商标',
  know_how: '技术秘密',
}

const statuses = {
  pending: '申请中',
  pending_accepted: '已受理',
  pending_published: '已公布',
  pending_examination: '实质审查',
  granted: '授权有效',
  rejected: '驳回',
  withdrawn: '撤回',
  deemed_withdrawn: '视为撤回',
  lapsed: '失效',
  lapsed_unpaid: '未缴年费终止',
  lapsed_waived: '放弃',
  lapsed_expired: '期限届满',
  invalidated: '宣告无效',
  transferred: '已转让',
  registered: '已登记',
  valid: '有效',
  expired: '已过期',
  cancelled: '已注销',
}

const decisions = {
  keep: '维持',
  abandon: '放弃',
  sell: '转让',
  open_licence: '开放许可',
  priority: '要求优先权',
  national: '进入国家阶段',
  divisional: '分案',
  done: '已办结',
  dropped: '已取消',
}

/** Countries and offices abroad. */
const countries: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(countryWords).map(([code, words]) => [code, words.zh]),
)

/** What can befall a right. */
const events: Readonly<Record<string, string>> = Object.fromEntries(
  eventKinds.map((kind) => [kind, ruleOf(kind).words.zh]),
)

const shares = {
  ...{ own: '本单位', owner: '共有人', licensee: '被许可人' },
  ...{ claimed: '请求', received: '收到' },
}

/** The register of rights. */
export const rights = {
  rights: {
    title: '知识产权',
    lead: '专利、软件著作权、商标、布图设计、植物新品种、医疗机构制剂与技术秘密，一项一条，永久保留。',
    search: '按编号、名称或发明人搜索',
    enter: '登记知识产权',
    notYours: {
      title: '由转化部门登记',
      how: '知识产权由转化部门登记。发明人请提交成果披露，或者联系转化部门。',
    },
    amend: '变更',
    save: '保存变更',
    none: '尚未登记知识产权',
    noneHint: '可逐项登记，也可从现有台账导入。',
    noNumber: '尚无编号',
    grantedShort: '授权日',
    feeDueBy: '年费到期不晚于',
    feeYear: '第 {{year}} 年度',
    feeYearHint: '第几年度，只填数字。',
    registered: '登记内容',
    belongsTo: '归属与关联',
    ownedAlone: '本单位独有',
    noAchievement: '尚未关联成果',
    findAchievement: '按编号、名称或完成人查找成果',
    aims: {
      any: '转化{{title}}',
      sell: '转让{{title}}',
      licence: '许可{{title}}',
      open_licence: '开放许可{{title}}',
    },
    giveUp: '放弃{{title}}',
    contracts: '合同',
    findContracts: '查看涉及此编号的合同',
    numberHint:
      '申请号、登记号或批准文号；中国专利号不写 CN、ZL，国外的按该局写法，如 US16/123,456。',
    china: '中国',
    statusDerived: '状态由时间线得出，登记或划去事项后随之改变。',
    secrecyHint:
      '在中国完成的发明、实用新型，向外国申请前须先请求保密审查（《专利法》第十九条）；在该权利的时间线登记。',
    countryHint: '在其他国家（地区）申请的权利，选择受理的专利局；PCT 国际申请按类型登记。',
    numberUnchecked: '号码未经核对',
    listHint: '多人或多个之间用顿号分开。',
    kinds,
    statuses,
    // What a history says for a code.
    values: {
      ...{ ...countries, ...kinds, ...statuses, ...decisions, ...events, ...shares },
      instruction: instructionKinds,
    },
    fields: {
      kind: '类型',
      country: '国家（地区）',
      number: '编号',
      title: '名称',
      status: '状态',
      publicationNo: '公开（公告）号',
      woody: '藤本、林木、果树或观赏树木',
      certificateNo: '登记证书号',
      version: '版本号',
      dosageForm: '剂型',
      completedOn: '开发完成日',
      firstPublishedOn: '首次发表日',
      filedOn: '申请日',
      grantedOn: '授权（登记、批准）日',
      validTo: '有效期至',
      inventors: '发明人',
      coOwners: '共有权利人',
      departments: '科室',
      agency: '代理机构',
      feeDueOn: '年费缴费日',
      feePaidYear: '年费已缴至',
      achievementId: '对应成果',
      ledgerAchievement: '台账所写成果编号',
      remark: '备注',
      despite: '仍然登记的原因',
      event: '事项',
      review: '维持决定',
      family: '同族',
      deadline: '自定期限',
      file: '附件',
      parties: '权利人与费用分担',
      titleHolders: '权利人与份额',
      reducedFrom: '费用减缴起始日',
      cost: '费用分担款项',
      agent: '代理机构',
      instruction: '给代理机构的指示',
    },
  },
} as const
