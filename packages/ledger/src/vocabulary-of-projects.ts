import type { Vocabulary } from './vocabulary.ts'

// The words of the tables about projects. What money a project has decides when its research began, and an
// entry may stand for a share: a word that is not known keeps its row out.

export const fundingKinds: Vocabulary<'public' | 'enterprise' | 'own'> = {
  rules: [
    [/^(财政资金|财政|纵向|财政性资金|政府资助|政府)$/, 'public'],
    [/^(企业资金|企业|横向|企业委托|企业资助|社会资金)$/, 'enterprise'],
    [/^(自有资金|自筹|自有|院内|单位自筹|自筹资金|院内资助)$/, 'own'],
  ],
  first: true,
  unknown: 'word_unknown',
}

export const entryKinds: Vocabulary<
  'joined' | 'left' | 'division' | 'progress' | 'result' | 'share'
> = {
  rules: [
    [/^(加入|参加|参与)$/, 'joined'],
    [/^(退出|离开)$/, 'left'],
    [/^(分工|任务分工)$/, 'division'],
    [/^(进度|进展)$/, 'progress'],
    [/^(成效|成果|产出)$/, 'result'],
    [/^(工作量占比|占比|工作量)$/, 'share'],
  ],
  first: true,
  unknown: 'word_unknown',
}

export const costKinds: Vocabulary<
  | 'staff'
  | 'materials'
  | 'equipment'
  | 'testing'
  | 'trials'
  | 'services'
  | 'obtaining'
  | 'upkeep'
  | 'other'
> = {
  rules: [
    [/^(人员费|人员经费|人工费|劳务费|人员)$/, 'staff'],
    [/^(材料费|材料|试剂耗材|耗材费)$/, 'materials'],
    [/^(设备费|设备|设备使用费)$/, 'equipment'],
    [/^(测试、?加工与检验费|测试费|检验费|测试化验加工费|测试加工费)$/, 'testing'],
    [/^(临床试验费|临床试验)$/, 'trials'],
    [/^(外协与技术服务费|外协费|技术服务费|委托费)$/, 'services'],
    [/^(取得权利的.*费|注册费|代理费|律师费|申请费|专利申请费)$/, 'obtaining'],
    [/^(年费等维持费用|年费|维持费)$/, 'upkeep'],
    [/^(其他费用|其他)$/, 'other'],
  ],
  first: true,
  unknown: 'word_unknown',
}
