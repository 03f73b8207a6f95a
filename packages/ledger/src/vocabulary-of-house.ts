import type { Vocabulary } from './vocabulary.ts'

// The words of the lists of a house's own rules and of its companies. What the law asks a house to have is
// told by the topic of a rule, and who works in a company on what footing by law needs approval: a word that is
// not known keeps its row out.

export const ruleTopics: Vocabulary<
  | 'disclosure'
  | 'ip_protection'
  | 'disposal'
  | 'ownership_split'
  | 'income_distribution'
  | 'separate_list'
  | 'assessment'
  | 'diligence_exemption'
  | 'collective_decision'
  | 'workload_ledger'
  | 'patent_protection'
  | 'knowhow_protection'
  | 'litigation'
  | 'trial_data'
  | 'result_management'
  | 'result_use'
  | 'asset_finance'
  | 'use_first'
  | 'service_reward'
  | 'empowerment'
  | 'founding'
> = {
  rules: [
    [/^(成果披露|科技成果披露|披露|disclosure)$/, 'disclosure'],
    [/^(知识产权保护|ipprotection)$/, 'ip_protection'],
    [/^(成果处置|处置|disposal)$/, 'disposal'],
    [/^(权属分割|权属|splitofownership)$/, 'ownership_split'],
    [/^(收益分配|分配|distributionofincome)$/, 'income_distribution'],
    [/^(单列管理|单列|managementonalistofitsown)$/, 'separate_list'],
    [/^(考核评价|考核|assessment)$/, 'assessment'],
    [/^(尽职免责|免责|reliefforthediligent)$/, 'diligence_exemption'],
    [/^(重大事项集体决策|集体决策|collectivedecision)$/, 'collective_decision'],
    [/^(科研项目管理台账|工作量台账|项目台账|workloadledger)$/, 'workload_ledger'],
    [/^(专利保护风险|专利保护|riskstopatents)$/, 'patent_protection'],
    [/^(非专利技术保护风险|非专利技术保护|技术秘密保护|riskstoknow-?how)$/, 'knowhow_protection'],
    [/^(诉讼预防和应对|诉讼|litigation)$/, 'litigation'],
    [/^(临床试验数据保护|试验数据保护|clinicaltrialdata)$/, 'trial_data'],
    [/^(成果管理|managementofachievements)$/, 'result_management'],
    [/^(成果使用|useofachievements)$/, 'result_use'],
    [/^(资产财务管理|资产财务|assetsandfinance)$/, 'asset_finance'],
    [/^(先用后转配套|先用后转|usefirst,transferlater)$/, 'use_first'],
    [/^(三技合同奖酬|三技奖酬|rewardsofservicecontracts)$/, 'service_reward'],
    [/^(赋权流程与决策|赋权|empowerment)$/, 'empowerment'],
    [/^(科研人员创业|创业|firmsofresearchers)$/, 'founding'],
  ],
  first: true,
  unknown: 'word_unknown',
}

export const companyStates: Vocabulary<
  'in_preparation' | 'not_approved' | 'active' | 'dormant' | 'dissolved'
> = {
  rules: [
    [/^(筹建中|筹建|拟设立|inpreparation)$/, 'in_preparation'],
    [/^(未获批准|未批准|notapproved)$/, 'not_approved'],
    [/^(经营中|存续|在业|开业|正常|active)$/, 'active'],
    [/^(停业|歇业|休眠|dormant)$/, 'dormant'],
    [/^(已注销|注销|吊销|dissolved)$/, 'dissolved'],
  ],
  first: true,
  unknown: 'word_unknown',
}

export const companyRoles = [
  [/^(创办人|创始人|发起人|founder)$/, 'founder'],
  [/^(董事|董事长|director)$/, 'director'],
  [/^(高级管理人员|高管|总经理|经理|manager)$/, 'manager'],
  [/^(技术顾问|顾问|adviser|technicaladviser)$/, 'adviser'],
  [/^(研发人员|研发|researchstaff|staff)$/, 'staff'],
] as const

export const companyWays = [
  [/^(兼职|part-?time)$/, 'part_time'],
  [/^(离岗创业|离岗|onleave|leave)$/, 'leave'],
  [/^(选派挂职|挂职|选派|seconded)$/, 'seconded'],
  [/^(仅持股|持股|holdssharesonly|holderonly)$/, 'holder_only'],
] as const
