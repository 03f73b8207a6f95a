// What the record of a holding says in the words of the law's vocabulary (packs/_shared/facts/84, 85).
import type { ActsState } from '../procedure/acts-state.ts'
import { readers } from '../procedure/acts-state.ts'
import type { CaseFacts } from '../procedure/procedure.ts'
import { actData } from './acts.ts'
import { decisionInHand, decisionOf, handledSince } from './decisions.ts'
import { holdingsIn, isOut } from './holdings.ts'

const { latest, all } = readers(actData)

/** All facts of a holding as its record shows them. */
export function factsOf(state: ActsState): CaseFacts {
  return {
    matter: 'equity',
    equityListed: latest(state, 'listed') !== undefined,
    ...awardFacts(state),
    ...matterFacts(state),
    ...marketFacts(state),
    ...lossFacts(state),
  }
}

/** Who of the contributors holds equity as an award; a later event may change it. */
function awardFacts(state: ActsState): CaseFacts {
  const now = holdingsIn(state).at(-1)?.holders ?? []
  const contributors = now.filter(({ kind }) => kind === 'contributor')
  return {
    recipients: contributors.map(({ name, isChief, holdsLeadingPost }) => ({
      who: name,
      isChief: isChief ?? false,
      holdsLeadingPost: holdsLeadingPost ?? false,
      award: 'equity',
    })),
  }
}

/** What the last act carried out, or the matter in hand, or the last one that was carried out. */
function matterIn(state: ActsState) {
  const last = latest(state, 'eventHandled')
  if (last && last.seq === state.seq)
    return { decision: decisionOf(state, last.seq), handled: last }
  return { decision: decisionInHand(state), handled: handledSince(state) }
}

/** The matter in hand, or the last one that was carried out. */
function matterFacts(state: ActsState): CaseFacts {
  const { decision, handled } = matterIn(state)
  // What was carried out rests on what was appraised before; a later appraisal is of a later matter.
  const appraisal = all(state, 'appraised').findLast(({ seq }) => !handled || seq < handled.seq)
  const reply = latest(state, 'departmentDecided')
  const isAnswered = reply !== undefined && reply.seq > (decision?.seq ?? 0)
  const assessed = all(state, 'assessed')
  return {
    ...(decision && {
      equityMatter: decision.data.matter,
      equityHandler: decision.data.handler,
    }),
    equityDecidedOn: decision?.data.minuted ? decision.on : null,
    equityHandledOn: handled?.on ?? null,
    equityAppraisedOn: appraisal?.on ?? null,
    appraisalValidUntil: appraisal?.data.validUntil ?? null,
    assetDepartmentDecidedOn: isAnswered ? reply.on : null,
    financeApprovalAsked: handled?.data.financeApprovalAsked ?? false,
    // What was not recorded yet is still to be told by the form.
    ...(handled && { equityEventsRecorded: handled.data.onList }),
    equityAssessedSingly: assessed.some(({ data }) => data.singly),
  }
}

function marketFacts(state: ActsState): CaseFacts {
  const entries = all(state, 'marketEntered')
  const since = (basis: string) => entries.findLast(({ data }) => data.basis === basis)?.on ?? null
  const left = isOut(state) ? holdingsIn(state).at(-1) : undefined
  return {
    productOnMarketOn: since('first_sale'),
    productApprovedOn: since('approval'),
    companyFirstSaleOn: since('company_first_sale'),
    equityExitedOn: left?.since ?? null,
    exitPostponedReason: latest(state, 'stayExplained')?.data.reason ?? null,
  }
}

/** Diligence is asked for where a loss is to be left out of the assessment. */
function lossFacts(state: ActsState): CaseFacts {
  const told = matterIn(state).handled?.data
  if (!told) return { lossExcluded: false }
  const { lossExcluded, decidedDemocratically, reasonableCareTaken } = told
  const { supervisionExercised, illegalGain, rulesKept } = told
  const said = {
    decidedDemocratically,
    reasonableCareTaken,
    supervisionExercised,
    illegalGain,
    rulesKept,
  }
  const known = Object.entries(said).filter(([, answer]) => answer !== undefined)
  return { lossExcluded, ...Object.fromEntries(known) }
}
