// Whole cases of every procedure as acts, to be begun on any day. They are folded as recorded: whether
// each act may be is the matter of its procedure's own tests.
import { addDays, day } from '@yizhuan/kit'
import { type Act, type CommonState, type Procedure, procedures } from '@yizhuan/procedures'
import { ownershipLine, useLine } from '../../packages/procedures/src/empowerment/testing/lines.ts'
import { cases } from '../../packages/procedures/src/papers/testing/cases.ts'
import { moreCases } from '../../packages/procedures/src/papers/testing/more-cases.ts'
import { walks } from '../../packages/procedures/src/papers/testing/whole-case.ts'

/** One act of a line: its day, its kind and its data. */
export type LineStep = readonly [on: string, type: string, data: Readonly<Record<string, unknown>>]

type Walked = readonly [on: string, role: string, type: string, data: LineStep[2], files?: unknown]
const untold = (walk: readonly Walked[]): readonly LineStep[] =>
  walk.map(([on, , type, data]) => [on, type, data])

const inPilot = { pilotUnit: true, pilotListedOn: '2025-06-01', pilotStartedOn: '2025-06-01' }

/** The same case of an institution that takes part in the pilot. */
function piloted([first, ...rest]: readonly LineStep[]): readonly LineStep[] {
  return first ? [[first[0], first[1], { ...first[2], ...inPilot }], ...rest] : []
}

/** A transfer whose price a listing is to find, until its notice is certified. */
const offered = untold(walks.whole)
  .slice(0, 12)
  .map(([on, type, data]): LineStep => {
    const isStart = type === 'negotiationStarted'
    return [on, type, isStart ? { ...data, pricing: 'listing' } : data]
  })

const reportLine: readonly LineStep[] = [
  ['2027-01-04', 'annualReportPrepared', { yearEndedOn: '2026-12-31', level: 'city' }],
  ['2027-01-20', 'annualReportSubmitted', { to: '示例部门' }],
  ['2027-02-02', 'closed', { summary: '完毕' }],
]
const pilotLine: readonly LineStep[] = [
  ['2026-01-04', 'pilotNoticed', { title: '示例试点' }],
  ['2026-02-02', 'pilotListed', { startedOn: '2026-02-01' }],
  ['2027-01-20', 'pilotYearReported', { yearEndedOn: '2026-12-31' }],
]
const sold: LineStep = ['2026-03-02', 'marketEntered', { basis: 'first_sale' }]

const returned: LineStep = ['2026-09-02', 'useEnded', { reason: '不再使用' }]

const more: Readonly<Record<string, readonly (readonly LineStep[])[]>> = {
  transfer: [...Object.values(walks).map(untold), offered],
  empowerment_ownership: [untold(ownershipLine)],
  empowerment_use: [untold(useLine)],
  equity_holding: [[...(cases['equity_holding'] ?? []).slice(0, 3), sold]],
  use_first: [[...(moreCases['use_first'] ?? []).slice(0, 8), returned]],
  annual_report: [reportLine],
  pilot: [pilotLine],
}

/** The lines of a procedure; none is a procedure that nobody walks. */
export function linesOf({ id }: Procedure): readonly (readonly LineStep[])[] {
  const whole = { ...cases, ...moreCases }[id]
  return [...(whole ? [whole, piloted(whole)] : []), ...(more[id] ?? [])]
}

/** The procedures with their lines, and the names of those that have none. */
export const walked = procedures.flatMap((procedure) =>
  linesOf(procedure).map((line, at) => ({ procedure, line, name: `${procedure.id} ${at + 1}` })),
)
export const unwalked = procedures.filter((one) => linesOf(one).length === 0).map(({ id }) => id)

/** The acts of a line when everything happens so many days later. */
export function actsOf(line: readonly LineStep[], shift = 0): readonly Act[] {
  const by = { person: 'p', name: '示例', role: 'tto_negotiator' as const }
  const later = (text: string) =>
    text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (one) => addDays(day(one), shift))
  return line.map(([date, type, data], at) => {
    const on = day(later(date))
    const told = JSON.parse(later(JSON.stringify(data))) as LineStep[2]
    return { seq: at + 1, type, on, at: `${on}T09:00:00+08:00`, by, files: [], data: told }
  })
}

/** Where a record leads that has at least its opening. */
export function stateOf(procedure: Procedure, acts: readonly Act[]): CommonState {
  const [first, ...rest] = acts
  if (!first) throw new TypeError('A case begins with an act.')
  return rest.reduce(
    (state, act) => procedure.evolve(state, act),
    procedure.evolve(undefined, first),
  )
}
