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
