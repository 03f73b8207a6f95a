import { canonicalJson, chineseDay, type Day, yuanText } from '@yizhuan/kit'
import { labelOf } from '@yizhuan/law'
import type { Composed, ComposedBlock } from '@yizhuan/procedures'
import { sha256 } from '../../platform/evidence.ts'
import { movementKinds } from './statement.csv.ts'
import type { RewardWire, StatementWire } from './statement.wire.ts'

// A statement as a paper: from the receipts of each case down to one person, line by line with the article,
// and the sums of the years. What it says is what the records say; its mark is the hash of all of it.

const heading = (text: string): ComposedBlock => ({ is: 'heading', runs: [{ text }] })
const line = (text: string): ComposedBlock => ({ is: 'text', runs: [{ text }], at: 'body' })

const facts = (rows: readonly (readonly [string, string])[]): ComposedBlock => ({
  is: 'facts',
  rows: rows.map(([name, text]) => ({ name, runs: [{ text }] })),
})

function table(
  columns: readonly (readonly [string, boolean])[],
  rows: readonly (readonly string[])[],
): ComposedBlock {
  return {
    is: 'rows',
    columns: columns.map(([name]) => name),
    figures: columns.map(([, isFigure]) => isFigure),
    rows: rows.map((row) => row.map((text) => [{ text }])),
    foot: [],
  }
}

const figure = (fen: string) => yuanText(BigInt(fen))
const onDay = (day: string | null) => (day === null ? '—' : chineseDay(day as Day))
const article = (cite: { readonly source: string; readonly at: string } | null) =>
  cite === null || cite.at === '' ? '—' : `${cite.source} ${labelOf(cite.at).zh}`

/** The statement of one person as it stands on a day. */
export function statementPaper(statement: StatementWire, today: Day): Composed {
  const { person, institution, years, rewards, owed, recoveries, turns, bonuses, underWay } =
    statement
  const blocks: ComposedBlock[] = [
    facts([
      ['姓名', person.name],
      ['编制日期', onDay(today)],
    ]),
    ...yearBlocks(years),
    ...rewards.flatMap(rewardBlocks),
    ...(bonuses.length > 0 ? bonusBlocks(bonuses) : []),
    ...(underWay.length > 0 ? underWayBlocks(underWay) : []),
    ...(turns.length > 0 ? turnBlocks(turns) : []),
    ...(owed.length > 0 ? owedBlocks(owed) : []),
    ...(recoveries.length > 0 ? recoveryBlocks(recoveries) : []),
    line('本说明依据转化项目的办理记录和付款记录编制，金额以分为单位计算，合计与实际付款一致。'),
    { is: 'sign', who: ['财务部门', '本人'] },
  ]
  return {
    id: 'reward-statement',
    title: '成果转化奖励说明',
    institution,
    blocks,
    missing: [],
    proof: `依据付款与项目记录\n${sha256(canonicalJson(statement))}`,
    isDraft: false,
    values: {},
  }
}

/** What moved money to one person, or back, in one year; its lines sum to the year's figures. */
export function yearPaper(statement: StatementWire, year: string, today: Day): Composed {
  const { person, institution } = statement
  const movements = statement.movements.filter(({ on }) => on.startsWith(year)).toReversed()
  const told = { person, institution, year, movements }
  return {
    ...{ id: 'reward-year', title: `${year} 年成果转化收益明细`, institution },
    blocks: [
      facts([
        ['姓名', person.name],
        ['编制日期', onDay(today)],
      ]),
      ...yearBlocks(statement.years.filter((one) => one.year === year)),
      heading('明细'),
      table(
        [
          ['日期', false],
          ['事项', false],
          ['项目', false],
          ['实发（税前，元）', true],
          ['代扣个税（元）', true],
          ['退回单位（元）', true],
          ['凭证', false],
          ['依据', false],
        ],
        movements.map((one) => [
          onDay(one.on),
          movementKinds[one.kind].zh,
          [one.caseNumber, one.title].filter(Boolean).join(' '),
          figure(one.paidFen),
          one.withheldFen === null ? '未登记' : figure(one.withheldFen),
          figure(one.backFen),
          one.proof ?? '—',
          one.cites.map((cite) => article(cite as { source: string; at: string })).join('、') ||
            '—',
        ]),
      ),
      line('本明细依据付款记录编制，以付款日归入年度；各栏逐行相加即年度合计。'),
      { is: 'sign', who: ['财务部门', '本人'] },
    ],
    ...{ missing: [], isDraft: false, values: {} },
    proof: `依据付款与项目记录\n${sha256(canonicalJson(told))}`,
  }
}

function yearBlocks(years: StatementWire['years']): readonly ComposedBlock[] {
  return [
    heading('年度合计'),
    table(
      [
        ['年度', false],
        ['实发（税前，元）', true],
        ['代扣个税（元）', true],
        ['退回单位（元）', true],
        ['净得（税额未登记的不计算，元）', true],
      ],
      years.map((one) => [
        one.year,
        figure(one.paidFen),
        taxText(one),
        figure(one.backFen),
        one.restFen === null ? '—' : figure(one.restFen),
      ]),
    ),
  ]
}

/** What was withheld; of what nobody has said it of, that it is not on record. */
function taxText({
  withheldFen,
  taxUnknownFen,
}: {
  readonly withheldFen: string | null
  readonly taxUnknownFen: string
}): string {
  const known = withheldFen === null ? '' : figure(withheldFen)
  if (taxUnknownFen === '0') return known || '—'
  return [known, `${figure(taxUnknownFen)} 元的代扣税额未登记`].filter(Boolean).join('；')
}

const effects = { adds: '加', subtracts: '减', none: '不计入' } as const
const layers = {
  contributors: '奖励贡献人员',
  tto: '转化部门',
  institution: '留归单位',
} as const

function rewardBlocks(one: RewardWire): readonly ComposedBlock[] {
  const { tax } = one
  const taxes = [
    tax.withheld === null ? '' : tax.withheld ? '已代扣个人所得税' : '未代扣个人所得税',
    tax.relief ? '减按计税' : '',
    tax.window?.state === 'late' ? `超过减按计税期限（${tax.window.lastDay}）` : '',
    tax.relief === null && tax.window
      ? `是否减按计税未决定：适用时计入 ${figure(tax.window.reducedFen)} 元，不适用时计入 ${figure(tax.window.fullFen)} 元`
      : '',
    tax.countedFen === null ? '' : `计入工资薪金 ${figure(tax.countedFen)} 元`,
  ].filter(Boolean)
  return [
    heading(`${one.caseNumber} ${one.title}`),
    table(
      [
        ['项目', false],
        ['计算', false],
        ['金额（元）', true],
        ['依据', false],
      ],
      [
        ...one.lines.map(({ label, effect, amountFen, cite }) => [
          label.zh,
          effects[effect],
          figure(amountFen),
          article(cite as { source: string; at: string }),
        ]),
        ['净收入', '', figure(one.netFen), ''],
        ...one.layers.map(({ id, amountFen, cite }) => [
          layers[id],
          '分配',
          figure(amountFen),
          article(cite as { source: string; at: string } | null),
        ]),
        ...one.shares.map(({ name, amountFen, isOwn }) => [
          `${name ?? '其他贡献人员'}${isOwn ? '（本人）' : ''}`,
          '分配',
          figure(amountFen),
          '',
        ]),
      ],
    ),
    facts([
      ['本人应得', `${figure(one.shareFen)} 元`],
      ...(one.inSharesFen === '0' ? [] : [['其中股权', `${figure(one.inSharesFen)} 元`] as const]),
      ...(one.hadFen === '0' ? [] : [['已领款抵扣', `${figure(one.hadFen)} 元`] as const]),
      ['实发（税前）', `${figure(one.paidFen)} 元`],
      ['代扣个税', taxText(one)],
      // What is left after tax is said only where the tax is known.
      ...(one.arrivedFen === null ? [] : [['税后', `${figure(one.arrivedFen)} 元`] as const]),
      ['发放', `${onDay(one.on)}　${one.proof}`],
      ...(taxes.length > 0 ? [['个人所得税', taxes.join('；')] as const] : []),
      ...(one.reversedOn === null ? [] : [['已冲回', onDay(one.reversedOn)] as const]),
    ]),
  ]
}

const states = {
  ordered: '待发出',
  sent: '已发出',
  paid: '已付',
  returned: '退回',
  dropped: '已撤回',
} as const

function underWayBlocks(items: StatementWire['underWay']): readonly ComposedBlock[] {
  return [
    heading('付款中'),
    table(
      [
        ['项目', false],
        ['金额（元）', true],
        ['状态', false],
        ['日期', false],
      ],
      items.map((one) => [
        `${one.caseNumber} ${one.title}`,
        figure(one.amountFen),
        states[one.state],
        onDay(one.on),
      ]),
    ),
  ]
}

const turned = {
  returned: '付款退回',
  repeated: '退回后补付',
  taken_in: '方案被推翻前已付，转入抵扣',
} as const

function bonusBlocks(items: StatementWire['bonuses']): readonly ComposedBlock[] {
  return [
    heading('专利授权奖金、转化人员奖励及股权处置净收入'),
    table(
      [
        ['专利、公司或事项', false],
        ['发放日', false],
        ['金额（税前，元）', true],
        ['其中已退回（元）', true],
        ['代扣个税（元）', true],
        ['凭证', false],
      ],
      items.map((one) => [
        one.title,
        onDay(one.on),
        figure(one.amountFen),
        figure(one.backFen),
        one.withheldFen === null ? '未登记' : figure(one.withheldFen),
        one.proof,
      ]),
    ),
  ]
}

function turnBlocks(items: StatementWire['turns']): readonly ComposedBlock[] {
  return [
    heading('退回、补付与转入抵扣'),
    table(
      [
        ['项目', false],
        ['金额（元）', true],
        ['事项', false],
        ['日期', false],
        ['凭证', false],
      ],
      items.map((one) => [
        `${one.caseNumber} ${one.title}`,
        `${one.kind === 'returned' ? '-' : ''}${figure(one.amountFen)}`,
        turned[one.kind],
        onDay(one.on),
        one.proof,
      ]),
    ),
  ]
}

const owedBlocks = (items: StatementWire['owed']): readonly ComposedBlock[] => [
  heading('多发款尚未退回（由后续发放抵扣或退回）'),
  table(
    [
      ['项目', false],
      ['金额（税前，元）', true],
    ],
    items.map((one) => [`${one.caseNumber} ${one.title}`, figure(one.amountFen)]),
  ),
]

const recoveryWays = { repaid: '退回', written_off: '核销', tax_set_off: '代扣税款抵回' } as const

function recoveryBlocks(items: StatementWire['recoveries']): readonly ComposedBlock[] {
  return [
    heading('多发款的退回与核销'),
    table(
      [
        ['项目', false],
        ['金额（元）', true],
        ['方式', false],
        ['日期', false],
        ['凭证', false],
      ],
      items.map((one) => [
        `${one.caseNumber} ${one.title}`,
        figure(one.amountFen),
        recoveryWays[one.way],
        onDay(one.on),
        one.proof,
      ]),
    ),
  ]
}
