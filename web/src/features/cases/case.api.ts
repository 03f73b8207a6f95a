import { queryOptions } from '@tanstack/react-query'
import type { Why } from '@yizhuan/law'
import type { ActsState, CaseState, CommonState } from '@yizhuan/procedures'
import type {
  AcceptedWire,
  CasePageWire,
  CaseWire,
  OpenCaseWire,
  PostActWire,
  WhyWire,
} from '@yizhuan/server/wire/cases/case'
import type { CumulativeWire } from '@yizhuan/server/wire/cases/costs/cumulative'
import type { ServiceContractPageWire } from '@yizhuan/server/wire/service-contracts/service-contract'
import { read, withQuery, write } from '../../api/client.ts'
import type { Because } from '../../api/problem.ts'
import type { LapseShown } from '../../ui/Lapses.tsx'
import type { Bilingual } from '../../ui/language.ts'

export type {
  CaseLineWire,
  CaseWire,
  EntryWire,
  NextActWire,
  ReadingWire,
} from '@yizhuan/server/wire/cases/case'

export type { CumulativeWire } from '@yizhuan/server/wire/cases/costs/cumulative'

/** A page of the list. */
export function readCases(query: Readonly<Record<string, string | number | undefined>>) {
  return read<CasePageWire>(withQuery('/cases', query))
}

/** One case, whole; as it was known on an earlier day if one is given. */
export function caseQuery(id: string, asOf?: string) {
  return queryOptions({
    queryKey: ['case', id, asOf ?? ''],
    queryFn: () => read<CaseWire>(withQuery(`/cases/${id}`, { asOf })),
  })
}

/** Opens a case. */
export function openCase(body: OpenCaseWire): Promise<AcceptedWire> {
  return write<AcceptedWire>('POST', '/cases', body)
}

/** Records the next act of a case. */
export function postAct(id: string, body: PostActWire): Promise<AcceptedWire> {
  return write<AcceptedWire>('POST', `/cases/${id}/acts`, body)
}

/** A place in a legal text. */
export interface Cite {
  readonly source: string
  readonly at: string
}

/** Why a finding is what it is. */
export function explainQuery(id: string, norm: string, lang: 'zh' | 'en', asOf?: string) {
  return queryOptions({
    queryKey: ['case', id, 'explain', norm, lang, asOf ?? ''],
    queryFn: () =>
      read<WhyWire & { why: Why }>(
        withQuery(`/cases/${id}/explain/${encodeURIComponent(norm)}`, { lang, asOf }),
      ),
  })
}

/** The money of a transfer so far; asked anew when the record has grown. */
export function cumulativeQuery(id: string, length: number) {
  return queryOptions({
    queryKey: ['case', id, 'cumulative', length],
    queryFn: () => read<CumulativeWire>(`/cases/${id}/cumulative`),
  })
}

/** Who of the team of commissioned work is tied to its client; nothing for those who read no declarations. */
export function tiesOfTeamQuery(id: string) {
  return queryOptions({
    queryKey: ['service-contracts', 'of-case', id],
    queryFn: async () => {
      const path = withQuery('/service-contracts', { caseId: id, limit: 1 })
      const { items } = await read<ServiceContractPageWire>(path)
      return items[0]?.recognition ?? null
    },
    retry: false,
  })
}

/** A number of law as it applies, and who set it. */
export interface UsedParameter {
  readonly id: string
  readonly label: Bilingual
  readonly kind: string
  readonly bound: string
  readonly value: string
  /** Absent where a draft names no first day. */
  readonly from?: string
  readonly provenance: string
  readonly verified: boolean
  readonly cite: Cite
  readonly layers: readonly { readonly by: string; readonly value: string; readonly cite?: Cite }[]
}

/** A finding of an assessment, as it travels. */
export interface Finding extends Because {
  readonly topic: string
  /** The action of the law that settles it, and those that need it. */
  readonly settledBy?: string
  readonly requiredFor?: readonly string[]
  readonly title: Bilingual
  readonly force: 'must' | 'should'
  readonly status: string
  readonly cites: readonly Cite[]
  readonly missing: readonly string[]
  /** Years whose rest days are not announced: a day that falls there may move. */
  readonly calendarMissing?: readonly number[]
  readonly parameters: readonly UsedParameter[]
  readonly readings: readonly { readonly id: string; readonly reading: string }[]
  readonly breachOf?: 'law' | 'institution'
  readonly advisory?: boolean
  /** The act that settled it was recorded later than it happened. */
  readonly recordedLate?: { readonly days: number }
}

/** A floor or cap of law on a part of the net income. */
export interface ShareLine {
  readonly id: string
  readonly label: Bilingual
  readonly amount: string
  readonly rounding: 'up' | 'down'
  readonly planned?: string
  readonly difference?: string
  readonly cite: Cite
  readonly parameter: UsedParameter
}

/** The money block of an assessment, as it travels. */
export interface MoneyBlock {
  /** The calculation of a draft. */
  readonly advisory?: true
  readonly lines: readonly {
    readonly id: string
    readonly label: Bilingual
    readonly remark?: string
    readonly amount: string
    readonly effect: 'adds' | 'subtracts' | 'none'
    readonly cite: Cite
  }[]
  readonly net?: string
  readonly floors: readonly ShareLine[]
  readonly caps: readonly ShareLine[]
  readonly planned: readonly {
    readonly id: string
    readonly label: Bilingual
    readonly amount: string
  }[]
  readonly unassigned?: string
}

/** The laws that are not in force on the day the case is looked at. */
export function lapsesOf(one: CaseWire): readonly LapseShown[] {
  return (one.assessment['lapses'] as readonly LapseShown[] | undefined) ?? []
}

/** The findings of a case. */
export function findingsOf(one: CaseWire): readonly Finding[] {
  return (one.assessment['findings'] as readonly Finding[] | undefined) ?? []
}

/** The money of a case, once something was received. */
export function moneyOf(one: CaseWire): MoneyBlock | undefined {
  return (one.money ?? one.assessment['money'] ?? undefined) as MoneyBlock | undefined
}

/** The fold over the record, as its procedure knows it. */
export function stateOf(one: CaseWire): CommonState {
  return one.state as unknown as CommonState
}

/** The state of a transfer; undefined for a case of another procedure. */
export function transferIn(one: CaseWire): CaseState | undefined {
  return one.case.procedure === 'transfer' ? (one.state as unknown as CaseState) : undefined
}

/** The state of a procedure made of steps; undefined for any other. */
export function stepsIn(one: CaseWire): ActsState | undefined {
  const state = one.state as unknown as ActsState
  return transferIn(one) === undefined && typeof state.acts === 'object' ? state : undefined
}

/** A fact of the law's vocabulary: how it is called and asked for. */
interface Fact {
  readonly id: string
  readonly label: Bilingual
  readonly question?: Bilingual
}

/** The words for facts, by their names. */
export function factsQuery(pack: string) {
  return queryOptions({
    queryKey: ['facts', pack],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const list = await read<readonly Fact[]>(withQuery('/law/facts', { pack }))
      return new Map(list.map((fact) => [fact.id, fact.label]))
    },
  })
}
