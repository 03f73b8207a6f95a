import type { Words } from '@yizhuan/kit'

/** How a company took to an achievement. */
export const interestWords = {
  interested: { zh: '有意向', en: 'Interested' },
  conditional: { zh: '附条件有意向', en: 'Interested on conditions' },
  not_interested: { zh: '无意向', en: 'Not interested' },
} as const satisfies Record<string, Words>
export type Interest = keyof typeof interestWords
export const interests = Object.keys(interestWords) as [Interest, ...Interest[]]
