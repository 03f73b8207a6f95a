// The facts of the modes: production and its periods, the licence, the company, the open licence.
import { has, readers } from '../../procedure/acts-state.ts'
import type { CaseFacts } from '../../procedure/procedure.ts'
import type { CaseState } from '../state.ts'
import { endOf } from './licence.ts'
import { modeData } from './mode-data.ts'

const { latest, all } = readers(modeData)

/** What the acts of a case's mode say in the words of the law. */
export function modeFacts(state: CaseState): CaseFacts {
  return {
    ...ownFacts(state),
    ...licenceFacts(state),
    ...equityFacts(state),
    ...openLicenceFacts(state),
  }
}

function ownFacts(state: CaseState): CaseFacts {
  const approved = latest(state, 'investmentApproved')
  return {
    productionStartedOn: latest(state, 'productionStarted')?.on ?? null,
    profitYears: profitYears(state),
    ...(approved && { careComesFirst: approved.data.careComesFirst }),
  }
}

/** Each year's operating profit, and what of the receipts booked after it went to the contributors. */
function profitYears(state: CaseState) {
  const periods = all(state, 'periodSettled')
  const years = [...new Set(periods.map(({ data }) => data.year))].sort((a, b) => a - b)
  return years.map((year) => {
    const own = periods.filter(({ data }) => data.year === year)
    const reward = own.reduce((total, { seq }) => {
      const next = periods.find((one) => one.seq > seq)?.seq ?? Number.POSITIVE_INFINITY
      return total + rewardBetween(state, seq, next)
    }, 0n)
    const profit = own.reduce((total, { data }) => total + BigInt(data.profit), 0n)
    return { year, profit: `${profit}`, reward: `${reward}` }
  })
}

function rewardBetween(state: CaseState, from: number, to: number): bigint {
  const booked = state.receipts.filter(({ seq }) => seq > from && seq < to)
  const passes = [...new Set(booked.map(({ distribution }) => distribution))]
  const lines = passes.flatMap(
    (pass) => (pass === undefined ? state.plan : state.distributions[pass]?.plan)?.data.lines ?? [],
  )
  return lines.reduce((total, { amount }) => total + BigInt(amount), 0n)
}

function licenceFacts(state: CaseState): CaseFacts {
  const { terms, signing } = state
  if (terms?.mode !== 'license') return {}
  const until = endOf(state)
  return {
    ...(terms.licenceKind !== undefined && { licenceKind: terms.licenceKind }),
    ...(until !== undefined && { licenceEndsOn: until }),
    licenceEffectiveOn: signing?.data.effectiveOn ?? signing?.on ?? null,
    licenceRecordedOn: latest(state, 'licenceRecorded')?.on ?? null,
  }
}

function equityFacts(state: CaseState): CaseFacts {
  const company = latest(state, 'companyRegistered')
  const capital = latest(state, 'capitalContributed')
  return {
    investeeFoundedOn: company?.data.foundedOn ?? null,
    capitalPaidOn: capital?.on ?? null,
    ...(company && { capitalDueOn: company.data.capitalDueOn ?? null }),
    ...(capital && {
      capitalTitleTransferred: capital.data.titleTransferred || has(state, 'rightChanged'),
    }),
  }
}

function openLicenceFacts(state: CaseState): CaseFacts {
  const declared = latest(state, 'openLicenceDeclared')?.data
  if (!declared) return { openLicencePlanned: false }
  return {
    openLicencePlanned: true,
    openLicenceInWriting: declared.inWriting,
    openLicenceStatesFee: declared.statesFee,
    patentKind: declared.patentKind,
    patentGrantedOn: declared.grantedOn ?? null,
    evaluationReportMade: declared.evaluationReport,
    exclusivelyLicensed: declared.exclusivelyLicensed,
    annualFeesPaid: declared.feesPaid,
    patentPledged: declared.pledged,
    pledgeeConsented: declared.pledgeeConsented,
  }
}
