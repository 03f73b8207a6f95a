import type { EventKind, RightEvent } from '@yizhuan/docket'
import { addDays, type Day, patentCheckCharacter, yearOf } from '@yizhuan/kit'
import {
  blankRight,
  decideBatch,
  enterRights,
  proposeBatch,
  type RightFields,
  recordEvent,
  relateRights,
  reviewRight,
} from '../../modules/rights/index.ts'
import { asSystem, type Tx } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import type { Author } from '../../platform/register.ts'
import { offices } from './people.ts'
import type { Hospital } from './province.ts'

// A portfolio that shows what a docket is for: one fee in its months of grace, one licence to be recorded,
// a family over three offices, a right that is let go on purpose, a batch that waits to be paid.

type Told = Partial<Omit<RightEvent, 'id' | 'kind' | 'on' | 'source'>>

interface Story {
  readonly key: string
  readonly fields: Pick<RightFields, 'kind' | 'title'> & Partial<RightFields>
  /** What befell it, by how many days ago. */
  readonly events: readonly (readonly [EventKind, number, Told?])[]
  /** How many days ago a divisional was submitted. */
  readonly submitted?: number
  /** Fees of so many years are paid, the one of the grant among them. */
  readonly paidThrough?: number
}

/** A patent filed so many years and days ago, granted so many days after. */
const patent = (years: number, days: number, wait: number) => ({
  filed: Math.round(years * 365.25) + days,
  granted: Math.round(years * 365.25) + days - wait,
})

const submittedAgo = 195
const old = patent(7, 40, 760)
const soon = patent(3, -20, 210)
const design = patent(4, -35, 180)
const idle = patent(5, -28, 230)
const licensed = patent(4, 120, 700)

const stories: readonly Story[] = [
  {
    key: 'grace',
    fields: { kind: 'invention', title: '一种可调式脊柱牵引装置（示例）' },
    events: [
      ['filed', old.filed],
      ['published', old.filed - 548],
      ['examinationBegun', old.filed - 570],
      ['reductionRecorded', old.filed],
      ['granted', old.granted],
      ['openLicencePublished', 500],
      ['openLicencePerformed', 400, { ref: 'KF-01' }],
    ],
    paidThrough: 7,
  },
  {
    key: 'soon',
    fields: { kind: 'utility_model', title: '一种防脱落引流固定夹（示例）' },
    events: [
      ['filed', soon.filed],
      ['accepted', soon.filed - 3],
      ['granted', soon.granted],
    ],
    paidThrough: 3,
  },
  {
    key: 'design',
    fields: { kind: 'design', title: '手持式雾化器（示例）' },
    events: [
      ['filed', design.filed],
      ['granted', design.granted],
    ],
    paidThrough: 4,
  },
  {
    key: 'idle',
    fields: { kind: 'utility_model', title: '一种旧式输液挂架（示例）' },
    events: [
      ['filed', idle.filed],
      ['granted', idle.granted],
    ],
    paidThrough: 5,
  },
  {
    key: 'licensed',
    fields: {
      kind: 'invention',
      title: '一种术中神经监测方法（示例）',
      coOwners: ['示例理工大学（虚构）'],
    },
    events: [
      ['filed', licensed.filed],
      ['published', licensed.filed - 548],
      ['examinationRequested', licensed.filed - 560],
      ['examinationBegun', licensed.filed - 580],
      ['granted', licensed.granted],
      ['pledged', 200, { ref: 'ZY-07' }],
      ['licenceAgreed', 30, { ref: 'XK-2', exclusivity: 'exclusive' }],
    ],
    paidThrough: 5,
  },
  {
    key: 'first',
    fields: { kind: 'invention', title: '一种伤口敷料及其制备方法（示例）' },
    events: [
      ['filed', 640],
      ['accepted', 630],
      ['priorityUsed', 300, { ref: 'PCT' }],
      ['published', 92],
    ],
  },
  {
    key: 'pct',
    fields: { kind: 'pct', title: '伤口敷料及其制备方法（示例，国际申请）' },
    events: [
      ['filed', 300],
      ['priorityClaimed', 300],
    ],
  },
  {
    key: 'divisional',
    fields: { kind: 'invention', title: '一种伤口敷料的灭菌方法（示例，分案）' },
    // A divisional keeps the day of filing of the one it was divided from.
    events: [
      ['filed', 640],
      ['accepted', 190],
    ],
    submitted: submittedAgo,
  },
  {
    key: 'software',
    fields: { kind: 'software', title: '康复评定量表软件（示例）', version: 'V2.0' },
    events: [
      ['completed', 900],
      ['firstPublished', 850],
      ['granted', 780],
    ],
  },
  {
    key: 'layout',
    fields: { kind: 'layout', title: '低功耗心电前端布图（示例）' },
    events: [
      ['completed', 700],
      ['filed', 600],
      ['granted', 520],
    ],
  },
  {
    key: 'trademark',
    fields: { kind: 'trademark', title: '示例医转（图形）' },
    events: [
      ['filed', 3560],
      ['granted', 3500],
    ],
  },
  {
    key: 'secret',
    fields: { kind: 'know_how', title: '试剂冻干工艺参数（示例）' },
    events: [['completed', 400]],
  },
]

/** Enters the portfolio of the first hospital and has its officers work on it. */
export async function loadDocket({ db, clock }: Context, hospital: Hospital): Promise<void> {
  if (hospital.code !== 'a') return
  const [, officer, , , , leader] = hospital.people
  if (!officer || !leader) throw new TypeError('A hospital of the demonstration has its officers.')
  const author = ({ id, name }: typeof officer): Author => ({
    institution: hospital.id,
    person: id,
    name,
  })
  const by = author(officer)
  const inventor = hospital.people[offices.findIndex(({ login }) => login === 'inventor')]
  const team = [...(inventor ? [inventor.name] : []), '周示例']
  const today = clock.today()
  await asSystem(db, hospital.id, async (tx) => {
    const told = stories.map((story, at) => ({
      fields: { ...fieldsOf(story, at, today), inventors: team },
      source: '演示台账',
    }))
    const ids = await enterRights(tx, clock, by, told)
    const idOf = (key: string) => ids[stories.findIndex((story) => story.key === key)] ?? ''
    for (const story of stories) await tell(tx, clock, by, idOf(story.key), story, today)
    await relateRights(tx, clock, by, idOf('pct'), { earlier: idOf('first'), kind: 'priority' })
    await relateRights(tx, clock, by, idOf('divisional'), {
      earlier: idOf('first'),
      kind: 'divisional',
      day: addDays(today, -submittedAgo),
    })
    const reason = '已停产停用，无人询价'
    await reviewRight(tx, clock, by, idOf('idle'), { year: 6, decision: 'abandon', reason })
    const batch = await proposeBatch(tx, clock, by, {
      title: `${today.slice(0, 7)} 专利年费（演示）`,
      budget: '转化经费 · 专利维持',
      budgetFen: '300000',
      payOn: addDays(today, 7),
      lines: [
        { right: idOf('soon'), year: 4 },
        { right: idOf('design'), year: 5 },
      ],
      keepReason: '有企业询价，继续维持',
    })
    if (batch.kind === 'refused') throw new TypeError(batch.refusal.code)
    await decideBatch(tx, clock, author(leader), batch.value.id, { isApproved: true, remark: null })
  })
}

function fieldsOf(story: Story, at: number, today: Day): RightFields {
  const { fields, paidThrough } = story
  const { kind } = fields
  const year = yearOf(addDays(today, -numberedAgo(story)))
  const digits = (prefix: string) => {
    const number = `${prefix}86${String(10_000 + at * 37)}`
    return `${number}.${patentCheckCharacter(number)}`
  }
  const numbers: Partial<Record<RightFields['kind'], string>> = {
    invention: digits(`${year}1`),
    utility_model: digits(`${year}2`),
    design: digits(`${year}3`),
    pct: `PCT/CN${year}/98${String(1000 + at)}`,
    software: `${year}SR98${String(10_000 + at)}`,
    layout: layoutNumber(year, at),
    trademark: `98${String(100_000 + at)}`,
  }
  return {
    ...blankRight,
    ...fields,
    number: numbers[kind] ?? null,
    departments: ['康复医学科'],
    feePaidYear: paidThrough ?? null,
  }
}

/** How many days ago a right got its number: a program with its registration, a divisional when it was submitted. */
function numberedAgo({ fields, events, submitted }: Story): number {
  const numbers = fields.kind === 'software' ? 'granted' : 'filed'
  return submitted ?? events.find(([kind]) => kind === numbers)?.[1] ?? 0
}

function layoutNumber(year: number, at: number): string {
  const digits = `${String(year).slice(2)}598${String(100 + at)}`
  return `BS.${digits}.${patentCheckCharacter(digits)}`
}

async function tell(
  tx: Tx,
  clock: Context['clock'],
  by: Author,
  id: string,
  { key, events, submitted }: Story,
  today: Day,
): Promise<void> {
  for (const [kind, ago, told = {}] of events) {
    // The international application claims the day on which the first one was filed.
    const priority = kind === 'priorityClaimed' ? { day: addDays(today, -640) } : {}
    const event = {
      kind,
      on: dayAgo(today, ago),
      source: '登记簿副本（演示）',
      ...told,
      ...priority,
    }
    // Its number is of the year in which it was submitted.
    const odd = submitted === undefined ? {} : { despite: '分案申请，编号为递交年份' }
    const recorded = await recordEvent(tx, clock, by, id, { event, ...odd })
    if (recorded.kind === 'refused')
      throw new TypeError(`${key}: ${kind}: ${recorded.refusal.code}`)
  }
}

const dayAgo = (today: Day, days: number): Day => addDays(today, -days)
