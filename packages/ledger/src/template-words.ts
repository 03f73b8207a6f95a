import type { TableName } from './reading.ts'
import { wordsOfHouse } from './template-words-of-house.ts'

/** The words a column takes, each with what it is read as. A column may know more words than these. */
export type FieldWords = readonly (readonly [word: string, code: string])[]

const yesOrNo: FieldWords = [
  ['是', 'yes'],
  ['否', 'no'],
]

const fundings: FieldWords = [
  ['财政资金', 'public'],
  ['企业资金', 'enterprise'],
  ['自有资金', 'own'],
]

const statusOfContract: FieldWords = [
  ['履行中', 'performing'],
  ['已完成', 'completed'],
  ['终止', 'terminated'],
  ['未生效', 'not_effective'],
]

const statusOfMark: FieldWords = [
  ['申请中', 'pending'],
  ['受理', 'pending_accepted'],
  ['初审公告', 'pending_published'],
  ['实质审查', 'pending_examination'],
  ['有效', 'registered'],
  ['驳回', 'rejected'],
  ['撤回', 'withdrawn'],
  ['视为撤回', 'deemed_withdrawn'],
  ['失效', 'lapsed'],
  ['未缴年费终止', 'lapsed_unpaid'],
  ['放弃', 'lapsed_waived'],
  ['期限届满', 'lapsed_expired'],
  ['无效', 'invalidated'],
  ['已转让', 'transferred'],
  ['注销', 'cancelled'],
]

/** The words a template lists, table by table and field by field; what is read of each is tested. */
export const wordsOfFields: Partial<Record<TableName, Readonly<Record<string, FieldWords>>>> = {
  achievements: {
    kind: [
      ['发明专利', 'patent_invention'],
      ['实用新型', 'patent_utility_model'],
      ['外观设计', 'patent_design'],
      ['软件著作权', 'software'],
      ['医疗机构制剂', 'preparation'],
      ['技术秘密', 'know_how'],
      ['方法', 'method'],
      ['临床新技术', 'clinical_technique'],
      ['数据', 'data'],
      ['产品', 'product'],
    ],
    attribute: [
      ['授权', 'authorised'],
      ['未授权', 'unauthorised'],
    ],
    stage: [
      ['研究', 'research'],
      ['开发', 'development'],
      ['无法区分', 'inseparable'],
    ],
    conversion: [
      ['未转化', 'none'],
      ['拟转化', 'intended'],
      ['已转化', 'converted'],
    ],
  },
  patents: {
    kind: [
      ['发明', 'invention'],
      ['实用新型', 'utility_model'],
      ['外观设计', 'design'],
      ['PCT', 'pct'],
    ],
    status: [
      ['授权', 'granted'],
      ['在审', 'pending'],
      ['受理', 'pending_accepted'],
      ['公开', 'pending_published'],
      ['实质审查', 'pending_examination'],
      ['驳回', 'rejected'],
      ['撤回', 'withdrawn'],
      ['视为撤回', 'deemed_withdrawn'],
      ['失效', 'lapsed'],
      ['未缴年费终止', 'lapsed_unpaid'],
      ['放弃', 'lapsed_waived'],
      ['期限届满', 'lapsed_expired'],
      ['无效', 'invalidated'],
      ['转移', 'transferred'],
    ],
  },
  preparations: {
    status: [
      ['有效', 'valid'],
      ['过期', 'expired'],
      ['注销', 'cancelled'],
    ],
  },
  trademarks: { status: statusOfMark },
  layouts: { status: statusOfMark },
  varieties: { woody: yesOrNo, status: statusOfMark },
  knowHow: {
    status: [
      ['保密', 'valid'],
      ['已公开', 'lapsed'],
      ['放弃', 'lapsed_waived'],
      ['已转让', 'transferred'],
    ],
  },
  contracts: {
    mode: [
      ['转让', 'assignment'],
      ['独占许可', 'license'],
      ['排他许可', 'license'],
      ['普通许可', 'license'],
      ['合作', 'cooperation'],
      ['作价入股', 'equity_contribution'],
      ['自行实施', 'self_implementation'],
      ['其他', 'other'],
    ],
    pricing: [
      ['协议定价', 'agreement'],
      ['挂牌', 'listing'],
      ['拍卖', 'auction'],
    ],
    status: statusOfContract,
  },
  serviceContracts: {
    kind: [
      ['技术开发', 'development'],
      ['技术咨询', 'consulting'],
      ['技术服务', 'service'],
    ],
    registered: yesOrNo,
    status: statusOfContract,
  },
  units: {
    unitKind: [
      ['内设科室', 'department'],
      ['独立法人单位', 'legal_person'],
    ],
  },
  people: {
    occupation: [
      ['药学', 'pharmacy'],
      ['诊断（医技）', 'diagnosis'],
      ['治疗（临床医疗）', 'treatment'],
      ['护理', 'nursing'],
      ['预防', 'prevention'],
      ['保健', 'healthcare'],
      ['管理', 'management'],
      ['信息技术', 'information'],
      ['其他', 'other'],
    ],
  },
  posts: {
    postKind: [
      ['正职领导', 'chief'],
      ['副职领导', 'deputy'],
      ['中层干部', 'middle'],
      ['其他', 'other'],
    ],
    forTransfer: yesOrNo,
  },
  projects: {
    fundingKind: fundings,
  },
  projectEntries: {
    entryKind: [
      ['加入', 'joined'],
      ['退出', 'left'],
      ['分工', 'division'],
      ['进度', 'progress'],
      ['成效', 'result'],
      ['工作量占比', 'share'],
    ],
  },
  costs: {
    costKind: [
      ['人员费', 'staff'],
      ['材料费', 'materials'],
      ['设备费', 'equipment'],
      ['测试、加工与检验费', 'testing'],
      ['临床试验费', 'trials'],
      ['外协与技术服务费', 'services'],
      ['取得权利的注册费、代理费、律师费', 'obtaining'],
      ['年费等维持费用', 'upkeep'],
      ['其他费用', 'other'],
    ],
    costFunding: fundings,
  },
  carriers: {
    carrierKind: [
      ['临床研究中心', 'research_centre'],
      ['概念验证中心', 'proof_of_concept'],
      ['中试基地', 'pilot_base'],
      ['孵化器', 'incubator'],
      ['众创空间', 'maker_space'],
      ['成果转化平台', 'transfer_platform'],
      ['联合实验室', 'joint_laboratory'],
      ['实训基地', 'training_base'],
      ['其他', 'other'],
    ],
  },
  credentials: {
    credentialKind: [
      ['培训', 'training'],
      ['技术经理人证书', 'technology_manager'],
      ['专利代理师资格', 'patent_agent'],
      ['法律职业资格', 'lawyer'],
      ['资产评估师资格', 'valuer'],
      ['技术转移学位', 'degree'],
      ['其他', 'other'],
    ],
  },
  trusteeships: {
    trusteeKind: [
      ['转化平台公司', 'platform_company'],
      ['企业', 'company'],
      ['其他机构', 'institution'],
    ],
    trustPayer: [
      ['第三方', 'third_party'],
      ['本单位', 'institution'],
    ],
  },
  ...wordsOfHouse,
}
