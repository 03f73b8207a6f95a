import type { Words } from '@yizhuan/kit'

/** What befalls equity, as sheets call it (packs/_shared/facts/84-equity.yaml). */
export const matterWords: Readonly<Record<string, Words>> = {
  transfer: { zh: '转让', en: 'Transfer' },
  free_allocation: { zh: '无偿划转', en: 'Free allocation' },
  outward_investment: { zh: '对外投资', en: 'Outward investment' },
  increase: { zh: '增资', en: 'Increase' },
  reduction: { zh: '减持', en: 'Reduction' },
  exit: { zh: '退出', en: 'Exit' },
  impairment: { zh: '减值', en: 'Impairment' },
  liquidation: { zh: '破产清算', en: 'Liquidation' },
}

/** Where what an exit brings goes, as sheets call it. */
export const partWords: Readonly<Record<string, Words>> = {
  institution: { zh: '本单位', en: 'The institution' },
  company: { zh: '平台公司', en: 'The platform company' },
  contributors: { zh: '完成人及贡献人员', en: 'Inventors and contributors' },
  office: { zh: '转化部门', en: 'Transfer office' },
  other: { zh: '其他', en: 'Other' },
}
