import type { Words } from '@yizhuan/kit'

/** What the tags and treatments are called in exports; pages say the same. */
export const attributeWords = {
  unauthorised: { zh: '未授权成果', en: 'No right yet' },
  authorised: { zh: '授权成果', en: 'Right obtained' },
  lapsed: { zh: '权利已失', en: 'Right lost' },
} as const satisfies Record<string, Words>

export const stageWords = {
  research: { zh: '研究阶段', en: 'Research' },
  development: { zh: '开发阶段', en: 'Development' },
  indistinguishable: { zh: '无法区分', en: 'Cannot be told apart' },
} as const satisfies Record<string, Words>

export const conversionWords = {
  none: { zh: '未转化', en: 'Not transferred' },
  intended: { zh: '意向转化', en: 'Intended' },
  converted: { zh: '已转化', en: 'Transferred' },
} as const satisfies Record<string, Words>

export const treatmentWords = {
  expense: { zh: '计入当期费用', en: 'Expense' },
  collect: { zh: '归集', en: 'Collect' },
  capitalise: { zh: '确认为无形资产', en: 'Capitalise' },
  capitalise_fees: { zh: '取得费用确认为无形资产', en: 'Capitalise the fees' },
  derecognise: { zh: '转让减记', en: 'Derecognise' },
  write_off: { zh: '核销', en: 'Write off' },
  needs_confirmation: { zh: '待确认', en: 'To be confirmed' },
} as const satisfies Record<string, Words>

export const fundingWords = {
  public: { zh: '财政资金', en: 'Public money' },
  enterprise: { zh: '企业等外部资金', en: 'Money of a company or others' },
  own: { zh: '本单位自有资金', en: 'The institution’s own money' },
} as const satisfies Record<string, Words>

/** What a code is called; the code itself where it has no name. */
export function wordOf(
  words: Readonly<Record<string, Words>>,
  code: string | null,
  lang: keyof Words,
): string {
  return code === null ? '' : (words[code]?.[lang] ?? code)
}
