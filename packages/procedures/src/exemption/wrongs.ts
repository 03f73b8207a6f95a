// What the acts of an inquiry get wrong against its record.
import type { Calendar, Day } from '@yizhuan/kit'
import type { z } from 'zod'
import type { ActsState } from '../procedure/acts-state.ts'
import type { Author } from '../procedure/entry.ts'
import type { OutOfOrder } from '../procedure/order.ts'
import type { exemptionData } from './acts.ts'
import { type FindingData, undocumented } from './finding.ts'
import {
  appealUntil,
  findingsFor,
  hearingOf,
  isSubject,
  latest,
  openAppeals,
  resultFor,
  subjectsIn,
  wasHeard,
} from './standing.ts'

type Given<Type extends keyof typeof exemptionData> = z.infer<(typeof exemptionData)[Type]>
type State = ActsState | undefined

const reason = (code: string, zh: string, en: string): OutOfOrder => ({ code, detail: { zh, en } })

export const notConcerned = reason(
  'not-concerned',
  '此人不在当事人名单中，请核对姓名。',
  'The inquiry is not about this person; check the name.',
)
export const investigatorInvolved = reason(
  'investigator-involved',
  '调查人员不得办理过所涉项目，也不得是当事人；请另行指定。',
  'Who worked on the case, or is concerned, may not investigate; name somebody else.',
)
export const concernedDecides = reason(
  'concerned-decides',
  '当事人不得为自己的事项作出认定或者处理申诉，请回避。',
  'Nobody decides on an inquiry that is about themselves.',
)
export const notHeard = reason(
  'not-heard',
  '作出认定前须先听取当事人的陈述。',
  'The person has to be heard before anything is found.',
)
export const notCalled = reason(
  'not-called',
  '请先通知当事人陈述的时间；当事人书面陈述的除外。',
  'Call the person to a hearing first, unless the statement comes in writing.',
)
export const beforeTheHearing = reason(
  'before-the-hearing',
  '陈述不得早于通知确定的日期；要提前的，请重新通知。',
  'The hearing may not come before the day its call names; call again to bring it forward.',
)
export const noDocument = reason(
  'duty-without-document',
  '认定已履行的每一项职责（决策、注意、监督、制度）都须列出至少一份证明材料。',
  'Each duty called kept (decision, care, supervision, rules) needs at least one document.',
)
export const foundAlready = reason(
  'found-already',
  '该当事人的这一事由已有认定；需要改变的，请通过申诉或者重启办理。',
  'This ground is decided for this person; it changes by an appeal or by reopening.',
)
export const nothingToAppeal = reason(
  'nothing-to-appeal',
  '该当事人没有可以申诉的认定，或者申诉期限已过。',
  'Nothing was found against which this person could still appeal.',
)
export const noOpenAppeal = reason(
  'no-open-appeal',
  '该当事人没有待处理的申诉。',
  'No appeal of this person is open.',
)

export function wrongSubject(state: State, { name }: { readonly name?: unknown }) {
  return isSubject(state, String(name)) ? undefined : notConcerned
}

/** What turns up after a finding reopens the inquiry; it is not slipped in behind it. */
export function wrongScreening(state: State, given: { readonly name?: unknown }) {
  const stranger = wrongSubject(state, given)
  if (stranger) return stranger
  return state && resultFor(state, String(given.name)) !== undefined ? foundAlready : undefined
}

export function wrongInvestigators(state: State, given: Given<'investigatorsNamed'>) {
  const opened = state && latest(state, 'exemptionOpened')?.data
  const barred = [...(opened?.involved ?? []), ...(opened?.subjects ?? [])]
  const isBarred = given.investigators.some(({ name, person }) =>
    barred.some((one) => one.name === name || (person !== undefined && one.person === person)),
  )
  return isBarred ? investigatorInvolved : undefined
}

/** Who was not called may still state their case in writing. */
export function wrongHearing(state: State, { name, inWriting }: Given<'heard'>, on?: Day) {
  if (!state || !isSubject(state, name)) return notConcerned
  if (inWriting) return undefined
  const named = hearingOf(state, name)
  if (named === undefined) return notCalled
  return on !== undefined && on < named ? beforeTheHearing : undefined
}

export function wrongFinding(state: State, given: FindingData) {
  const unfit = wrongResult(state, given)
  return unfit ?? (undocumented(given).length > 0 ? noDocument : undefined)
}

export function wrongResult(state: State, { name, head }: Pick<FindingData, 'name' | 'head'>) {
  if (!state || !isSubject(state, name)) return notConcerned
  if (!wasHeard(state, name)) return notHeard
  const { relieved, refused } = findingsFor(state, name)
  return [...relieved, ...refused].some(({ data }) => data.head === head) ? foundAlready : undefined
}

export function wrongAppeal(
  state: State,
  { name, receivedOn }: Given<'appealed'>,
  calendar: Calendar | undefined,
) {
  const until = state && appealUntil(state, name, calendar)
  return until === undefined || receivedOn > until ? nothingToAppeal : undefined
}

export function wrongAppealDecision(state: State, { name }: Given<'appealDecided'>) {
  const isOpen = state && openAppeals(state).some(({ data }) => data.name === name)
  return isOpen ? undefined : noOpenAppeal
}

/** Nobody decides on a matter of their own, by themselves or through a substitute. */
export function wrongDecider(state: State, by: Author | undefined): OutOfOrder | undefined {
  const subjects = state === undefined ? [] : subjectsIn(state)
  const isConcerned = subjects.some(
    ({ person }) => person !== undefined && [by?.person, by?.actingFor?.person].includes(person),
  )
  return isConcerned ? concernedDecides : undefined
}
