import {
  type Day,
  type Fen,
  mul,
  type Ratio,
  ratio,
  roundDown,
  roundUp,
  type Words,
} from '@yizhuan/kit'
import { anchorOf, type Outlook, Sight } from './judge.ts'
import type { Law } from './law.ts'
import { type Cite, citeOf, type MoneyDocument, type Pack } from './pack.ts'
import type { UsedParameter } from './parameters.ts'
import {
  type Facts,
  fieldsOf,
  isRatio,
  optionsOf,
  type Result,
  type Row,
  Unknown,
} from './value.ts'

/** One line of the calculation from income to net income. */
export interface NetLine {
  readonly id: string
  readonly label: Words
  readonly remark?: string
  readonly amount: Fen
  /** What the line does to the net income: income adds, a deductible cost subtracts, other costs do nothing. */
  readonly effect: 'adds' | 'subtracts' | 'none'
  readonly cite: Cite
}

/** A floor or cap of law on a part of the net income. */
export interface ShareLine {
  readonly id: string
  readonly param: string
  readonly label: Words
  readonly parameter: UsedParameter
  /** Whole fen: a floor rounded up, a cap rounded down. */
  readonly amount: Fen
  readonly rounding: 'up' | 'down'
  readonly planned?: Fen
  /** Room left (not negative) or what is lacking (negative). */
  readonly difference?: Fen
  readonly cite: Cite
}

/** The money of one distribution, each line with its article. */
export interface MoneyBlock {
  readonly lines: readonly NetLine[]
  readonly net?: Fen
  readonly floors: readonly ShareLine[]
  readonly caps: readonly ShareLine[]
  readonly planned: readonly { readonly id: string; readonly label: Words; readonly amount: Fen }[]
  /** Net income less all planned parts; zero when the plan is whole. */
  readonly unassigned?: Fen
  readonly missing: readonly string[]
}

/** The calculation of the most specific pack that has one; undefined when no income is known. */
export function moneyOf(law: Law, facts: Facts, outlook: Outlook): MoneyBlock | undefined {
  const pack = law.packs.findLast(({ money }) => money !== undefined)
  const document = pack?.money
  if (!pack || !document || facts[document.income] === undefined) return undefined
  // A distribution that was paid keeps the numbers of the day it was paid on.
  const on = anchorOf({ anchor: document.anchor ?? [] }, facts, outlook.asOf)
  const sight = new Sight(law, facts, outlook, on)
  const net = sight.ref(document.net)
  const whole = wholeFen(net)
  const shares = isRatio(net) ? sharesOf(pack, document, facts, sight, net) : []
  const planned = document.parts.flatMap((id) => {
    const amount = wholeFen(facts[id] ?? new Unknown([id]))
    return amount === undefined
      ? []
      : [{ id, label: law.vocabulary[id]?.label ?? { zh: id, en: id }, amount }]
  })
  const isPlanned = planned.length === document.parts.length && whole !== undefined
  return {
    lines: linesOf(law, pack, document, facts, outlook, on),
    ...(whole === undefined ? {} : { net: whole }),
    floors: shares.filter(({ rounding }) => rounding === 'up'),
    caps: shares.filter(({ rounding }) => rounding === 'down'),
    planned,
    ...(isPlanned
      ? { unassigned: planned.reduce((left, { amount }) => left - amount, whole as bigint) as Fen }
      : {}),
    missing: net instanceof Unknown ? net.missing : [],
  }
}

function wholeFen(result: Result): Fen | undefined {
  return isRatio(result) && result.d === 1n ? (result.n as Fen) : undefined
}

function linesOf(
  law: Law,
  pack: Pack,
  document: MoneyDocument,
  facts: Facts,
  outlook: Outlook,
  on: Day,
): readonly NetLine[] {
  const cite = law.definitions.get(document.net)?.cite ?? citeOf(pack, '')
  const income = wholeFen(facts[document.income] ?? null)
  const label = law.vocabulary[document.income]?.label ?? {
    zh: document.income,
    en: document.income,
  }
  const first: readonly NetLine[] =
    income === undefined
      ? []
      : [{ id: document.income, label, amount: income, effect: 'adds', cite }]
  const costs = facts[document.costs]
  const rows = Array.isArray(costs) ? (costs as readonly Row[]) : []
  return [...first, ...rows.flatMap((row) => costLine(law, document, facts, outlook, on, row))]
}

function costLine(
  law: Law,
  document: MoneyDocument,
  facts: Facts,
  outlook: Outlook,
  on: Day,
  row: Row,
): readonly NetLine[] {
  const amount = wholeFen(row['amount'] ?? null)
  if (amount === undefined || typeof row['kind'] !== 'string') return []
  const fact = law.vocabulary[document.costs]
  const kinds = optionsOf(fieldsOf(fact?.type ?? 'text')['kind']?.type ?? 'text')
  // Whether a kind is deductible is what the definition makes of one fen of it: nothing is said twice.
  const probe: Facts = { ...facts, [document.costs]: [{ ...row, amount: ratio(1) }] }
  const deducted = new Sight(law, probe, outlook, on).ref(document.deductions)
  const definition = law.definitions.get(document.deductions)
  const remark = typeof row['label'] === 'string' ? { remark: row['label'] } : {}
  return [
    {
      id: row['kind'],
      label: kinds[row['kind']] ?? { zh: row['kind'], en: row['kind'] },
      ...remark,
      amount,
      effect: isRatio(deducted) && deducted.n > 0n ? 'subtracts' : 'none',
      cite: definition?.cite ?? { source: '', at: '' },
    },
  ]
}

function sharesOf(
  pack: Pack,
  document: MoneyDocument,
  facts: Facts,
  sight: Sight,
  net: Ratio,
): readonly ShareLine[] {
  return document.shares.flatMap(({ id, param, planned, cite }) => {
    const parameter = sight.parameter(param)
    if (!parameter || !isRatio(parameter.value)) return []
    const isFloor = parameter.bound === 'floor'
    const limit = mul(net, parameter.value)
    const amount = isFloor ? roundUp(limit) : roundDown(limit)
    const plan = wholeFen(facts[planned] ?? null)
    const room = plan === undefined ? undefined : isFloor ? plan - amount : amount - plan
    return [
      {
        id,
        param,
        label: parameter.label,
        parameter,
        amount,
        rounding: isFloor ? ('up' as const) : ('down' as const),
        ...(plan === undefined ? {} : { planned: plan }),
        ...(room === undefined ? {} : { difference: room as Fen }),
        cite: citeOf(pack, cite),
      },
    ]
  })
}
