// What several acts of a transfer case carry alike: the terms of the deal and the lines of a plan.
import type { Words } from '@yizhuan/kit'
import { z } from 'zod'
import {
  code,
  contributor,
  dayAhead,
  label,
  line,
  type Mode,
  modes,
  money,
  share,
  text,
} from '../procedure/fields.ts'
import type { Difference } from '../procedure/procedure.ts'

export const costKinds = [
  'tax',
  'appraisal',
  'listing_fee',
  'auction_commission',
  'third_party',
  'other_direct',
  'upkeep',
  'research',
] as const

export const licenceKinds = ['exclusive', 'sole', 'plain'] as const

/** In a listing or an auction the price is the floor until somebody buys, and nobody knows who will. */
export const terms = z.strictObject({
  mode: code(modes, '转化方式', 'Mode'),
  counterparty: line('合作主体', 'Counterparty').optional(),
  price: money('拟交易价格（挂牌、拍卖的为底价）', 'Intended price, or the floor').optional(),
  payment: text('支付方式', 'Payment').optional(),
  distributionRule: text('收益分配办法', 'Way of distribution'),
  licenceKind: code(licenceKinds, '许可类型', 'Kind of licence').optional(),
  field: text('许可领域', 'Field of use').optional(),
  territory: text('许可地域', 'Territory').optional(),
  licenceUntil: dayAhead('许可期限至', 'Licensed until').optional(),
  sublicence: code(['barred', 'consent', 'free'], '再许可', 'Sublicence').optional(),
  sharingRule: text('合作收益分享办法', 'How income is shared').optional(),
  equityShare: share('作价占股比例', 'Share in the company').optional(),
})

/** What another case or contract of the institution grants of the same achievement. */
export const grant = z.strictObject({
  by: text('项目或合同', 'Case or contract'),
  to: text('被授权方', 'Granted to'),
  kind: code([...licenceKinds, 'assigned', 'empowered'], '授权类型', 'Kind of grant'),
  field: text('许可领域', 'Field of use').optional(),
  territory: text('许可地域', 'Territory').optional(),
  until: dayAhead('期限至', 'Until').optional(),
})

export type Grant = z.infer<typeof grant>

/** What the register says of other grants, and why this one goes beside them. */
export const besideGrants = {
  otherGrants: z
    .array(grant)
    .max(200)
    .optional()
    .meta({ ...label('已有授权', 'Earlier grants'), by: 'register' }),
  grantsReconciled: text('与已有授权不冲突的理由', 'Why it goes beside earlier grants').optional(),
}

export type Terms = z.infer<typeof terms>

/**
 * An entry of the ledger of work that a share rests on (gd-2025#a22.p1): what it said, what the person it
 * is about had said to it by then, and its fingerprint. The register fills in all but which entry it is.
 */
const citedWork = z.strictObject({
  entry: z.uuid(),
  project: z.uuid(),
  number: z.string().max(60),
  on: z.iso.date(),
  kind: z.string().max(40),
  share: z.string().max(20).optional(),
  words: z.string().max(4000),
  /** Left out while nobody has answered. */
  answer: z.enum(['confirmed', 'disputed']).optional(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type CitedWork = z.infer<typeof citedWork>

export const planLine = contributor.extend({
  award: code(['cash', 'equity'], '奖励形式', 'Form of award'),
  amount: money('金额', 'Amount'),
  workload: z
    .array(citedWork)
    .max(20)
    .meta({ ...label('工作量台账依据', 'Rests on the ledger of work'), cites: 'workload' })
    .optional(),
})

/** What the institution keeps its part for (gd-2025#a17.p1, sh-draft-2024#a11.p1). */
export const residualPart = z.strictObject({
  purpose: code(
    ['research_and_transfer', 'rewards', 'talent', 'ip_protection', 'department', 'other'],
    '用途',
    'Purpose',
  ),
  note: line('使用部门或说明', 'Department, or note').optional(),
  amount: money('金额', 'Amount'),
})

/** The rule of the house that a plan was held against, and where it gives something else; the register says it. */
export const houseRule = z
  .strictObject({
    version: z.int().min(1),
    title: z.string().max(200),
    departures: z
      .array(
        z.strictObject({
          line: z.enum(['contributors', 'department', 'office', 'company', 'staff', 'institution']),
          byRule: money('按办法', 'By the rule'),
          planned: money('方案', 'Planned'),
        }),
      )
      .max(6),
  })
  .optional()
  .meta({ ...label('本单位分配办法', "The house's rule"), by: 'register' })

/** The rule of the house by which a plan is decided collectively before it is paid; the register says it. */
export const decisionAsked = z
  .strictObject({ version: z.int().min(1), title: z.string().max(200) })
  .optional()
  .meta({ ...label('本单位要求集体决策', 'The house asks for a decision'), by: 'register' })

/** What differs between two sets of terms, field by field; nothing while one of them is unknown. */
export function differences(was: Terms | undefined, will: Terms | undefined): Difference[] {
  if (!was || !will) return []
  return Object.entries(terms.shape).flatMap(([field, schema]) => {
    const before = was[field as keyof Terms]
    const after = will[field as keyof Terms]
    if (before === after) return []
    return [{ field, label: wordsOf(schema), was: before, will: after }]
  })
}

function wordsOf(schema: z.ZodType): Words {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema
  const { zh = '', en = '' } = (inner.meta() ?? {}) as { zh?: string; en?: string }
  return { zh, en }
}

/** The fields of the terms that only some modes have. */
const onlyIn: Readonly<Partial<Record<keyof Terms, readonly Mode[]>>> = {
  price: ['assignment', 'license', 'equity_contribution', 'cooperation', 'other'],
  licenceKind: ['license'],
  field: ['license'],
  territory: ['license'],
  licenceUntil: ['license'],
  sublicence: ['license'],
  sharingRule: ['cooperation'],
  equityShare: ['equity_contribution'],
}

/** Without these the mode says nothing. */
const wantedIn: Readonly<Record<Mode, readonly (keyof Terms)[]>> = {
  self_implementation: [],
  assignment: ['price'],
  license: ['price', 'licenceKind'],
  cooperation: ['sharingRule'],
  equity_contribution: ['price', 'equityShare'],
  other: ['price'],
}

/** Which fields a set of terms has in a mode, and whether the counterparty is known by now. */
export function termsFit(mode: Mode | undefined, isOpenToBids: boolean) {
  const gone = (Object.keys(onlyIn) as (keyof Terms)[]).filter(
    (field) => mode !== undefined && !onlyIn[field]?.includes(mode),
  )
  const isAlone = isOpenToBids || mode === 'self_implementation'
  const wants = mode === undefined ? [] : wantedIn[mode]
  return {
    hides: isAlone ? [...gone, 'counterparty' as const] : gone,
    wants: isAlone ? wants : [...wants, 'counterparty' as const],
  }
}
