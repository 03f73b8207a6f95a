import type { FieldWords } from './template-words.ts'

/** The words of the lists of a house's own rules and of its companies. */
export const wordsOfHouse: Readonly<
  Record<
    'internalRules' | 'spinOffs' | 'interests' | 'evaluations' | 'stockAnswers',
    Readonly<Record<string, FieldWords>>
  >
> = {
  internalRules: {
    ruleTopic: [
      ['成果披露', 'disclosure'],
      ['知识产权保护', 'ip_protection'],
      ['成果处置', 'disposal'],
      ['权属分割', 'ownership_split'],
      ['收益分配', 'income_distribution'],
      ['单列管理', 'separate_list'],
      ['考核评价', 'assessment'],
      ['尽职免责', 'diligence_exemption'],
      ['重大事项集体决策', 'collective_decision'],
      ['科研项目管理台账', 'workload_ledger'],
      ['专利保护风险', 'patent_protection'],
      ['非专利技术保护风险', 'knowhow_protection'],
      ['诉讼预防和应对', 'litigation'],
      ['临床试验数据保护', 'trial_data'],
      ['成果管理', 'result_management'],
      ['成果使用', 'result_use'],
      ['资产财务管理', 'asset_finance'],
      ['先用后转配套', 'use_first'],
      ['三技合同奖酬', 'service_reward'],
      ['赋权流程与决策', 'empowerment'],
      ['科研人员创业', 'founding'],
    ],
  },
  stockAnswers: {
    stockWish: [
      ['保留', 'keep'],
      ['许可', 'licence'],
      ['转让', 'transfer'],
      ['开放许可', 'open_licence'],
      ['托管', 'trust'],
      ['放弃', 'abandon'],
    ],
  },
  evaluations: {
    evalKind: [
      ['申请前评估', 'pre_filing'],
      ['可专利性检索', 'patentability'],
      ['价值评估', 'value'],
      ['市场评估', 'market'],
      ['医学评估', 'medical'],
      ['与现有诊疗比较', 'comparison'],
    ],
    evalOutcome: [
      ['申请', 'file'],
      ['不申请', 'not_file'],
      ['补充后再议', 'wait'],
    ],
    evalReason: [
      ['转化前景不足', 'low_potential'],
      ['不具备新颖性', 'not_novel'],
      ['不具备创造性', 'obvious'],
      ['不具备实用性', 'not_useful'],
      ['未形成成果', 'no_result'],
      ['以技术秘密保护', 'secret'],
      ['经费不足', 'budget'],
      ['市场不成熟', 'immature'],
      ['其他', 'other'],
    ],
  },
  interests: {
    tie: [
      ['无关联', 'none'],
      ['持股', 'shareholding'],
      ['实际控制', 'control'],
      ['担任董事', 'director'],
      ['担任监事', 'supervisor'],
      ['担任高级管理人员', 'executive'],
      ['兼职、受聘或领取报酬', 'employment'],
      ['其他利益关系', 'other'],
    ],
    tieThrough: [
      ['本人', 'self'],
      ['配偶', 'spouse'],
      ['父母', 'parent'],
      ['子女及其配偶', 'child'],
      ['兄弟姐妹', 'sibling'],
      ['其他近亲属', 'relative'],
    ],
  },
  spinOffs: {
    companyState: [
      ['筹建中', 'in_preparation'],
      ['未获批准', 'not_approved'],
      ['经营中', 'active'],
      ['停业', 'dormant'],
      ['已注销', 'dissolved'],
    ],
  },
}
