// What a takeover gets wrong: days that cannot be, parts that do not add up, papers that are not there, and who
// may not confirm it.
import type { Day } from '@yizhuan/kit'
import type { Author, FileRef } from '../../procedure/entry.ts'
import type { OutOfOrder } from '../../procedure/order.ts'
import type { Recorded } from '../../procedure/state.ts'
import type { EarlierDistribution, TakenOver } from './taken-over-data.ts'

const no = (code: string, zh: string, en: string): OutOfOrder => ({ code, detail: { zh, en } })

// What is signed from now on has its steps before it: only what was there when the case began is taken over.
export const signedSince = no(
  'signed-since-opening',
  '合同在立项之后才签订，不是接手的合同；签约前的步骤须另行立项办理。',
  'The contract was signed after this case was opened, so it is none to take over; open a case that takes the steps before signing.',
)
export const daysCrossed = no(
  'takeover-days-crossed',
  '公示、决策、签订、登记、到账、发放的日期先后不对，或者晚于今天，请核对。',
  'The days of notice, decision, signing, registration, receipt or payout are in the wrong order, or lie ahead; check them.',
)
export const partsNotWhole = no(
  'earlier-parts-not-whole',
  '接手前的分配中，三部分之和须等于净收入，净收入不得大于分配的到账。',
  'Of an earlier distribution the three parts add up to its net income, which is not more than the income.',
)

export const sincePlatform = no(
  'signed-since-platform',
  '合同签订时本单位已启用平台，不能接手；请另行立项，从签约前的步骤办起。',
  'The institution used the platform already when this contract was signed, so it is none to take over; open a case that takes the steps before signing.',
)
export const withoutPapers = no(
  'takeover-without-papers',
  '请附上合同；会议纪要、决议或批准文件另成一份的，也一并附上，没有的选“没有”并写明原因。',
  'Attach the contract, and the minutes, the decision or the approval where they are a file of their own; where there are none, choose so and say why.',
)
export const withoutReason = no(
  'no-reason-for-no-decision',
  '没有会议纪要、决议或批准文件的，请写明原因。',
  'Where there are no minutes, no decision and no approval, say why.',
)
export const nothingToCome = no(
  'ended-and-nothing-to-come',
  '已终止的合同，只为终止后仍应收取的款项接手；请写明是什么款项，没有的不用接手。',
  'A contract that has ended is taken over only for what is still to come in: say what that is; without any it stays in the register.',
)
export const ownTakeover = no(
  'own-takeover',
  '立项、接手或者录入这份合同的人不能自行确认，请由另一人核对。',
  'Whoever opened the case, told the takeover or entered the contract does not confirm it; somebody else checks it.',
)

/** Who stands behind a takeover. */
interface Behind {
  readonly opened: Pick<Recorded<unknown>, 'by'>
  readonly takenOver?: (Pick<Recorded<unknown>, 'by'> & { readonly data: Typed }) | undefined
}
type Typed = Pick<TakenOver, 'typedBy'>

/** Whether somebody, or who they act for, opened the case, told the takeover or entered the contract. */
export function isOwn({ opened, takenOver }: Behind, by: Author): boolean {
  const behind = [opened.by, ...(takenOver ? [takenOver.by] : [])].flatMap(partiesTo)
  const own = new Set([...behind, ...(takenOver?.data.typedBy ?? [])].map(({ person }) => person))
  return partiesTo(by).some(({ person }) => own.has(person))
}

/** Whoever recorded an act, and the person they acted for. */
export const partiesTo = (by: Author) => [by, ...(by.actingFor ? [by.actingFor] : [])]

export function hasPapers(
  { decisionPaper }: Pick<TakenOver, 'decisionPaper'>,
  files: readonly FileRef[],
): boolean {
  if (decisionPaper === undefined) return false
  const kept = new Set(files.map(({ sha256 }) => sha256))
  return kept.size >= (decisionPaper === 'attached' ? 2 : 1)
}

/** What takeovers of all procedures say, as far as it can be wrong. */
export type Told = Pick<TakenOver, 'signedOn'> &
  Partial<
    Pick<
      TakenOver,
      | 'noticeOn'
      | 'noticeEndedOn'
      | 'decidedOn'
      | 'registeredOn'
      | 'earlier'
      | 'decisionPaper'
      | 'noDecisionPaper'
      | 'endedOn'
      | 'stillToCome'
      | 'platformSince'
    >
  > & {
    /** The day on which the work was accepted, of a service contract. */
    readonly acceptedOn?: string | undefined
  }

/** What the takeover itself gets wrong: days that cannot be, parts that do not add up. */
export function wrongTakeover(data: Told, on?: Day): OutOfOrder | undefined {
  const { platformSince, signedOn, endedOn, earlier = [] } = data
  if (platformSince !== undefined && signedOn >= platformSince) return sincePlatform
  if (areCrossed(data, on)) return daysCrossed
  if (!earlier.every(isWhole)) return partsNotWhole
  if (data.decisionPaper === 'none' && data.noDecisionPaper === undefined) return withoutReason
  return endedOn !== undefined && data.stillToCome === undefined ? nothingToCome : undefined
}

function areCrossed(data: Told, on: Day | undefined): boolean {
  const { noticeOn, noticeEndedOn, decidedOn, signedOn, registeredOn, acceptedOn } = data
  const paid = (data.earlier ?? []).map(({ paidOn }) => paidOn)
  const sinceSigning = [registeredOn, acceptedOn, data.endedOn, ...paid]
  const all = [noticeOn, noticeEndedOn, decidedOn, signedOn, ...sinceSigning]
  const pairs = [
    [noticeOn, noticeEndedOn],
    ...sinceSigning.map((day) => [signedOn, day]),
    ...all.map((day) => [day, on]),
    ...(data.earlier ?? []).map(({ receivedOn, paidOn }) => [receivedOn, paidOn]),
  ]
  return pairs.some(([first, then]) => first !== undefined && then !== undefined && then < first)
}

function isWhole({ income, net, toContributors, toTto, toInstitution }: EarlierDistribution) {
  const sum = BigInt(toContributors) + BigInt(toTto) + BigInt(toInstitution)
  return sum === BigInt(net) && BigInt(net) <= BigInt(income)
}
