import {
  canonicalJson,
  chineseDay,
  type Day,
  parseRatio,
  percent,
  yuan,
  yuanText,
} from '@yizhuan/kit'
import { labelOf } from '@yizhuan/law'
import type { Composed, ComposedBlock, Run } from '@yizhuan/procedures'
import { sha256 } from '../../platform/evidence.ts'
import {
  basisWords,
  layersOf,
  layerWords,
  modesSaid,
  purposesSaid,
} from './distribution-rule.csv.ts'
import type {
  DistributionRulesWire,
  DistributionRuleWire,
  SchemeWire,
} from './distribution-rule.wire.ts'

// The versions of a house's rule as a paper: what counted from which day on, by whose decision, and the
// floors and caps of the law that it stands below.

const cell = (text: string): readonly Run[] => [{ text }]
const heading = (text: string): ComposedBlock => ({ is: 'heading', runs: cell(text) })
const line = (text: string): ComposedBlock => ({ is: 'text', runs: cell(text), at: 'body' })
const onDay = (day: string | null) => (day === null ? '—' : chineseDay(day as Day))

/** Every version of the rule of a house, as it stands on a day. */
export function rulesPaper(of: {
  readonly id: string
  readonly institution: string
  readonly rules: DistributionRulesWire
  readonly today: Day
}): Composed {
  const { id, institution, rules, today } = of
  return {
    id: `distribution-rules/${id}`,
    title: '成果转化收益分配办法沿革',
    institution,
    blocks: [
      {
        is: 'facts',
        rows: [
          { name: '编制日期', runs: cell(onDay(today)) },
          { name: '版本数', runs: cell(`${rules.items.length}`) },
        ],
      },
      ...(rules.limits.length > 0 ? [heading('法定下限和上限'), limitsTable(rules)] : []),
      ...rules.items.flatMap(versionBlocks),
      line('办法低于法律，分配时以法定下限和上限为准；各版自施行日起取代此前各版，登记后不改动。'),
      { is: 'sign', who: ['编制人', '部门负责人'] },
    ],
    missing: [],
    proof: `依据分配办法登记\n${sha256(canonicalJson(rules.items))}`,
    isDraft: false,
    values: {},
  }
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): ComposedBlock {
  const figures = columns.map((name) => name.endsWith('（元）'))
  return { is: 'rows', columns, figures, rows: rows.map((row) => row.map(cell)), foot: [] }
}

function limitsTable({ limits }: DistributionRulesWire): ComposedBlock {
  return table(
    ['事项', '界限', '比例', '依据'],
    limits.map(({ label, bound, share, cite, isAdvisory }) => [
      `${label.zh}${isAdvisory ? '（草案，仅供参考）' : ''}`,
      bound === 'floor' ? '不低于' : '不高于',
      percent(parseRatio(share)),
      `${cite.source} ${labelOf(cite.at).zh}`,
    ]),
  )
}

function versionBlocks(rule: DistributionRuleWire): readonly ComposedBlock[] {
  const isMade = rule.kind === 'made'
  const facts: readonly (readonly [string, string | null])[] = [
    ['办法名称', rule.title],
    ['文号', rule.number],
    ['审议', rule.approvedBy && `${rule.approvedBy}　${onDay(rule.approvedOn)}`],
    [isMade ? '施行日' : '终止日', onDay(rule.from)],
    ['失效日', rule.to && onDay(rule.to)],
    ['分配方案', rule.decidesPlans ? '经集体决策通过后发放' : null],
    ['理由', rule.reason],
    ['登记', `${rule.made.name}　${onDay(rule.made.on)}`],
  ]
  return [
    heading(`第${rule.version}版${isMade ? '' : '（终止）'}${rule.isInForce ? '（施行中）' : ''}`),
    {
      is: 'facts',
      rows: facts.flatMap(([name, text]) => (text === null ? [] : [{ name, runs: cell(text) }])),
    },
    ...rule.schemes.flatMap(schemeBlocks),
  ]
}

function schemeBlocks(scheme: SchemeWire): readonly ComposedBlock[] {
  const steps = layersOf(scheme).flatMap(({ layer, steps: some }) =>
    some.map(({ above, share, fixed }) => [
      layerWords[layer].zh,
      above === '0' ? '—' : `超过 ${yuan(BigInt(above))}`,
      share === null ? '—' : percent(parseRatio(share)),
      fixed === null || fixed === '0' ? '—' : yuanText(BigInt(fixed)),
    ]),
  )
  const purposes = purposesSaid(scheme, 'zh')
  return [
    line(`${modesSaid(scheme, 'zh')}；${basisWords[scheme.basis].zh}`),
    table(
      ['层级', '净收入', '比例', '另加固定金额（元）'],
      [...steps, [layerWords.institution.zh, '—', '其余全部', '—']],
    ),
    ...(purposes === null ? [] : [line(`留归单位部分的用途：${purposes}`)]),
  ]
}
