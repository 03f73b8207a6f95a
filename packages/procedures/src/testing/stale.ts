// What counts in a record when something takes effect must still be such as would be accepted then:
// whatever made it unlawful, or took away what it rests on, should have taken it back as well.
import { verdictIn } from '../procedure/assess-case.ts'
import type { Entry } from '../procedure/entry.ts'
import { notYet } from '../procedure/order.ts'
import type { Procedure } from '../procedure/procedure.ts'
import type { Recording } from './play.ts'

/**
 * Rules that ask for something open, which a later act closes or another round begins anew: an answered
 * objection, a notice that was taken down, an offer that ended, a plan that was paid.
 */
const passing =
  /^(no-open-objection|no-notice|nothing-received|no-plan|no-reward-plan|plan-not-published|not-offered|offer-not-ended|nothing-decided|no-extension-request|not-evaluated|extension-not-decided|not-assessed-.*|no-proposal|nothing-referred|no-open-appeal|not-declared|declaration-not-published|nothing-changed|nothing-to-recover|no-change-notice|not-reported)$/

type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What may count all the same, and why: of one act, of one effect, or of both. */
const allowed: Reasons = {
  transfer: {
    'noticePublished step-to-redo':
      'a notice that was certified stays one while a step is taken anew',
    'noticePublished gd.listing.content':
      'the notice of an offer holds up the contract, not the offer',
    'listed not-decided': 'what the market answered is a fact; the contract waits for the decision',
    'auctionAnnounced not-decided': 'as of a listing',
    'changeNoticePublished not-amended': 'it was shown before the right changed hands',
    'noticePublished objection-open at investmentApproved':
      'own implementation needs no notice; one that was given all the same holds up nothing',
    'noticePublished objection-open at productionStarted': 'as above',
    'venueAdded objection-open at investmentApproved': 'a further venue of such a notice',
    'venueAdded objection-open at productionStarted': 'as above',
    'planDrafted gd.allocation.whole':
      'a later receipt or cost: the plan is drafted anew before it is shown or paid',
    'planNoticePublished gd.allocation.whole': 'as above, before it is paid',
    'gd.special-approval at closed':
      'what a screening finds after the contract stays a breach and undoes nothing',
  },
  use_first: {
    'gd.special-approval at convertedToPay': 'the transfer that follows waits for the approval',
    'gd.special-approval at convertedToCooperate': 'as above',
    'gd.special-approval at closed': 'as in a transfer',
  },
  service_contract: {
    'rewardPaid gd.service.reward at closed':
      'a later statement may show less; that stays a breach',
    'rewardPlanned gd.service.reward at closed': 'as of its payout',
    'gd.service.reward at rewardDisclosed':
      'as above: what is shown in the open is what was planned, and paying asks the law again',
    'rewardPlanned refund-not-settled': 'what goes back overturns a plan that waits',
    'rewardPaid reward-not-agreed':
      'a further plan is agreed anew before it is paid; what was paid was by its own',
    'rewardPaid gd.service.leaders at rewardPlanned':
      'a further plan is disclosed anew before it is paid',
  },
  equity_holding: {
    'eventHandled gd.equity.handler at openingCorrected':
      'what the law says is of the next matter that was decided; a correction carries none out',
    'eventHandled gd.equity.list at openingCorrected':
      'the entry on the list was struck since: what was carried out stays, and so does the breach',
  },
  empowerment_use: {
    'extended not-certified': 'another extension was asked for; the former stays',
    'extended objection-open': 'as above',
  },
}

/** What may count where a draft only advises. */
const advised: Reasons = {
  transfer: {
    'noticePublished not-reviewed': 'a draft only advises to review again what was changed',
    'meetingCalled not-reviewed': 'as above',
    'noticePublished objection-open': 'a draft only advises to wait for the finding',
    'signed not-decided': 'a draft only advises to decide again after it',
  },
}

/** Whether it is one of those that are allowed, each for a reason. */
export function known(id: string, found: string): boolean {
  const [told = '', draft] = found.split(' under ')
  const [what = '', effect] = told.split(' at ')
  const code = what.split(' ')[1]
  const names = [what, told, `${code} at ${effect}`]
  const isIn = (reasons: Reasons) => names.some((name) => Object.hasOwn(reasons[id] ?? {}, name))
  return isIn(allowed) || (draft !== undefined && isIn(advised))
}

/** Watches one case; `found` are the acts that count and should not, as `signed gd.notice.period`. */
export function watchStale(procedure: Procedure, effects: ReadonlySet<string>) {
  /** What an act used up itself says nothing of it later: an answer leaves no open question. */
  const usedUp = new Set<string>()
  const found = new Set<string>()
  return {
    found,
    watch: (recording: Recording) => {
      const { type } = recording.entry
      for (const one of early(procedure, recording, [type])) usedUp.add(one)
      // What was deferred or sent back has no effect yet, and what is told late was lawful on its day.
      if (!effects.has(type) || (recording.entry.data['result'] ?? 'passed') !== 'passed') return
      if (recording.entries.some(({ on }) => on > recording.entry.on)) return
      const counting = countingIn(recording.decision.after, recording.entries)
      for (const one of [
        ...unlawful(procedure, recording, counting),
        ...early(procedure, recording, counting).filter((code) => !usedUp.has(code)),
      ])
        found.add(`${one} at ${type}${isBound(recording) ? '' : ' under a draft'}`)
    },
  }
}

/** Whether the law of the place binds; that of the nation does everywhere. */
function isBound({ decision }: Recording): boolean {
  return decision.assessment.findings.some(
    ({ norm, advisory }) => !advisory && !norm.startsWith('cn.'),
  )
}

/** The acts that a norm refuses now. */
function unlawful(procedure: Procedure, { decision }: Recording, types: Iterable<string>) {
  return [...types].flatMap((type) => {
    const verdict = verdictIn(procedure, decision.assessment, type)
    const breached = verdict?.because.filter(({ status }) => status === 'breached') ?? []
    return breached.map(({ norm }) => `${type} ${norm}`)
  })
}

/** The acts that lack now what they rest on. */
function early(procedure: Procedure, { decision }: Recording, types: Iterable<string>) {
  return [...types].flatMap((type) => {
    const reason = notYet(procedure, decision.after, type)
    return reason && !passing.test(reason.code) ? [`${type} ${reason.code}`] : []
  })
}

/** The kinds of acts that a state remembers with their data. */
function countingIn(
  value: unknown,
  entries: readonly Entry[],
  into = new Set<string>(),
): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return into
  if ('seq' in value && 'by' in value && 'data' in value) {
    const type = entries[Number(value.seq) - 1]?.type
    if (type !== undefined) into.add(type)
  }
  for (const one of Object.values(value)) countingIn(one, entries, into)
  return into
}
