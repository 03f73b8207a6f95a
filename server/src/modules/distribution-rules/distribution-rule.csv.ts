import { type Lang, parseRatio, percent, type Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { ruleModes } from './distribution-rule.ts'
import type { DistributionRuleWire, SchemeWire } from './distribution-rule.wire.ts'

// The versions of a house's rule as a sheet: a line for each step of each layer of each scheme.

type Layer = SchemeWire['layers'][number]['layer'] | 'staff' | 'institution'

export const layerWords: Readonly<Record<Layer, Words>> = {
  contributors: { zh: '完成和转化团队', en: 'Contributors' },
  department: { zh: '所在科室', en: 'Their department' },
  office: { zh: '转化部门', en: 'The office' },
  company: { zh: '平台公司', en: 'The platform company' },
  staff: { zh: '其中专职人员', en: 'Of the office, its dedicated staff' },
  institution: { zh: '留归单位', en: 'The institution' },
}

export const basisWords: Readonly<Record<SchemeWire['basis'], Words>> = {
  each: { zh: '按每次分配的净收入', en: 'Net income of each distribution' },
  total: { zh: '按同一项目累计净收入', en: 'Net income of the deal so far' },
}

const modeWords: Readonly<Record<(typeof ruleModes)[number], Words>> = {
  self_implementation: { zh: '自行实施', en: 'Own implementation' },
  assignment: { zh: '转让', en: 'Assignment' },
  license: { zh: '许可', en: 'Licence' },
  cooperation: { zh: '合作实施', en: 'Cooperation' },
  equity_contribution: { zh: '作价投资', en: 'Contribution for equity' },
  other: { zh: '其他方式', en: 'Another mode' },
  service_contract: { zh: '三技合同', en: 'Service contracts' },
}
const allModes: Words = { zh: '各种转化方式', en: 'All modes' }

export const purposeWords = {
  research_and_transfer: { zh: '技术研发与成果转化', en: 'Research and transfer' },
  rewards: { zh: '奖励', en: 'Rewards' },
  talent: { zh: '人才培养', en: 'Talent' },
  ip_protection: { zh: '知识产权保护', en: 'Protection of rights' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Readonly<Record<SchemeWire['purposes'][number]['purpose'], Words>>

const kindWords: Readonly<Record<DistributionRuleWire['kind'], Words>> = {
  made: { zh: '施行', en: 'Made' },
  ended: { zh: '终止', en: 'Ended' },
}

/** For what modes a scheme is. */
export function modesSaid({ modes: some }: SchemeWire, lang: Lang): string {
  if (some.length === 0) return allModes[lang]
  return some.map((mode) => modeWords[mode][lang]).join(lang === 'zh' ? '、' : ', ')
}

/** What the institution keeps its part for. */
export function purposesSaid({ purposes }: SchemeWire, lang: Lang): string | null {
  const said = purposes.map(({ purpose, share }) => `${purposeWords[purpose][lang]} ${share}`)
  return said.length === 0 ? null : said.join(lang === 'zh' ? '、' : ', ')
}

/** One step of a layer of a version; a version that ended the rule has none. */
export interface RuleLine {
  readonly rule: DistributionRuleWire
  readonly scheme: SchemeWire | null
  readonly layer: Layer | null
  readonly step: SchemeWire['staff'][number] | null
}

/** The layers of a scheme in order, what nobody takes last. */
export function layersOf(scheme: SchemeWire) {
  const staff = scheme.staff.length > 0 ? [{ layer: 'staff' as const, steps: scheme.staff }] : []
  return [...scheme.layers, ...staff]
}

/** Every line of every version, the newest version first. */
export function ruleLines(rules: readonly DistributionRuleWire[]): readonly RuleLine[] {
  return rules.flatMap((rule): readonly RuleLine[] => {
    if (rule.schemes.length === 0) return [{ rule, scheme: null, layer: null, step: null }]
    return rule.schemes.flatMap((scheme) => [
      ...layersOf(scheme).flatMap(({ layer, steps }) =>
        steps.map((step) => ({ rule, scheme, layer, step })),
      ),
      { rule, scheme, layer: 'institution' as const, step: null },
    ])
  })
}

/** The versions as a sheet, in one language. */
export function ruleColumns(lang: Lang): readonly Column<RuleLine>[] {
  const { text, day, money, number } = columnsIn<RuleLine>(lang)
  const rest = { zh: '其余全部', en: 'All the rest' }
  const yes = { zh: '是', en: 'Yes' }
  return [
    number('版本', 'Version', ({ rule }) => rule.version),
    text('事项', 'What', ({ rule }) => kindWords[rule.kind][lang]),
    text('办法名称', 'Rule', ({ rule }) => rule.title),
    text('文号', 'Number', ({ rule }) => rule.number),
    text('审议机构', 'Approved by', ({ rule }) => rule.approvedBy),
    day('审议日', 'Approved on', ({ rule }) => rule.approvedOn),
    day('施行日', 'From', ({ rule }) => rule.from),
    day('失效日', 'Until', ({ rule }) => rule.to),
    text('方案须集体决策', 'Plans decided collectively', ({ rule }) =>
      rule.decidesPlans ? yes[lang] : null,
    ),
    text('转化方式', 'Modes', ({ scheme }) => scheme && modesSaid(scheme, lang)),
    text('档次按什么计算', 'Steps count', ({ scheme }) => scheme && basisWords[scheme.basis][lang]),
    text('层级', 'Layer', ({ layer }) => layer && layerWords[layer][lang]),
    money('净收入超过', 'Net income above', ({ step }) => step?.above),
    text('比例', 'Share', ({ layer, step }) =>
      layer === 'institution' ? rest[lang] : step?.share && percent(parseRatio(step.share)),
    ),
    money('另加固定金额', 'And a fixed sum', ({ step }) => step?.fixed),
    text('留归单位部分的用途', 'What it is kept for', ({ layer, scheme }) =>
      layer === 'institution' && scheme ? purposesSaid(scheme, lang) : null,
    ),
    text('理由', 'Reason', ({ rule }) => rule.reason),
    text('登记人', 'Entered by', ({ rule }) => rule.made.name),
    day('登记日', 'Entered on', ({ rule }) => rule.made.on),
  ]
}
