// Which fields of a form apply in a case as it is filled in so far, and which of them are then wanted.
// The law says what must be known; this only keeps people from questions that cannot concern them.
import { disclosureFit } from '../procedure/disclosure.ts'
import type { Fit } from '../procedure/procedure.ts'
import { beyondFit } from '../procedure/receipt-beyond.ts'
import type { ActData, ActType } from './acts.ts'
import { agreedMoneyOf } from './agreed-money.ts'
import { collectsForOthers } from './co-owners/co-owners.ts'
import { routeOf } from './modes/mode.ts'
import { isOpenToBids } from './pricing/deal.ts'
import { idleOfContract, idleOfPlan } from './recipients/asked.ts'
import type { CaseState } from './state.ts'
import { type Terms, termsFit } from './terms.ts'

type Typed<T> = { readonly [Key in keyof T]?: T[Key] | undefined }
type Filled = Readonly<Record<string, unknown>>

const everything: Fit = { hides: [], wants: [] }

/** Whose it is must be said, one question at a time; the day it was made where it is known. */
function whoseFit(data: Filled): Fit {
  const { hides, wants } = disclosureFit(data)
  return { hides, wants: wants.filter((field) => field !== 'madeOn') }
}

/** The fields that do not apply, and those that are wanted. */
export function fits(state: CaseState | undefined, type: ActType, data: Filled): Fit {
  switch (type) {
    case 'disclosed':
      return whoseFit(data)
    case 'negotiationStarted':
      return startFit(data as Typed<ActData<'negotiationStarted'>>)
    case 'proposed':
    case 'termsChanged':
      return within('terms', state, (data['terms'] ?? {}) as Typed<Terms>)
    case 'decided':
      return { hides: data['result'] === 'deferred' ? [] : ['deferredUntil'], wants: [] }
    case 'signed':
      return {
        hides: [
          ...(state?.opened.data.viaPlatformCompany ? [] : ['authorised']),
          ...idleOfContract(state, data),
        ],
        wants: [],
      }
    case 'noticePublished':
      return {
        hides: state && isOpenToBids(state) ? ['counterparty', 'price'] : ['pricingMethod'],
        wants: state && isOpenToBids(state) ? ['pricingMethod'] : [],
      }
    case 'titleRegistered': {
      const isShared = Array.isArray(data['holders']) && data['holders'].length > 1
      return isShared
        ? { hides: [], wants: ['othersIncome'] }
        : { hides: ['othersIncome'], wants: [] }
    }
    case 'receiptRecorded': {
      const { hides, wants } = beyondFit(agreedMoneyOf(state), data)
      const others = state && collectsForOthers(state) ? [] : ['forOthers', 'othersReason']
      return { hides: [...others, ...hides], wants }
    }
    case 'planDrafted':
      return {
        hides: [
          ...(state?.opened.data.viaPlatformCompany ? [] : ['toCompany']),
          ...(isList(data['takesReceipts']) ? [] : ['takesCosts']),
          ...idleOfPlan(data),
        ],
        wants: [],
      }
    default:
      return everything
  }
}

const isList = (value: unknown): boolean => Array.isArray(value) && value.length > 0

function startFit({
  mode: chosen,
  mappedTo,
  pricing,
  counterpartyStateOwned,
  appraisal,
}: Typed<ActData<'negotiationStarted'>>): Fit {
  const mode = chosen === 'other' ? mappedTo : chosen
  const isAlone = mode === 'self_implementation'
  const isBid = pricing === 'listing' || pricing === 'auction'
  const isPriced = mode === 'assignment' || mode === 'license' || mode === 'equity_contribution'
  const nobody = isAlone || isBid
  return {
    hides: [
      ...(chosen === 'other' ? [] : ['mappedTo', 'mappingReason']),
      ...(isAlone ? ['pricing', 'useFirst'] : []),
      ...(nobody ? ['counterparty', 'counterpartyStateOwned', 'enterpriseSize'] : []),
      ...(counterpartyStateOwned === true ? [] : ['stateOwnershipProof']),
      ...(mode === undefined || isPriced ? [] : ['appraisal']),
      ...(appraisal === 'waived' ? [] : ['appraisalReason', 'appraisalDecidedBy']),
    ],
    wants: [
      ...(chosen === 'other' ? ['mappedTo', 'mappingReason'] : []),
      ...(isAlone ? [] : ['pricing']),
      ...(nobody ? [] : ['counterparty', 'counterpartyStateOwned']),
      ...(appraisal === 'waived' ? ['appraisalReason'] : []),
    ],
  }
}

function within(group: string, state: CaseState | undefined, filled: Typed<Terms>): Fit {
  const typed = filled.mode === 'other' ? undefined : filled.mode
  const mode = typed ?? (state && routeOf(state))
  const { hides, wants } = termsFit(mode, state !== undefined && isOpenToBids(state))
  const at = (field: string) => `${group}.${field}`
  const grantsNothing = mode === 'self_implementation' || mode === 'cooperation'
  return {
    hides: [...hides.map(at), ...(grantsNothing ? ['grantsReconciled'] : [])],
    wants: wants.map(at),
  }
}
