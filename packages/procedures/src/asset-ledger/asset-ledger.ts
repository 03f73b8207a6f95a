// An achievement in the ledger of assets: its tags follow from what happened, its accounts from the tags.

import { type AccountingProposal, proposalFor } from '../asset-tags/accounting.ts'
import { taggedOn } from '../asset-tags/signs.ts'
import { type AssetStanding, tagsOf } from '../asset-tags/tags.ts'
import { type ActsState, foldSteps, has, readers } from '../procedure/acts-state.ts'
import type { CaseFacts, CaseLine, Procedure } from '../procedure/procedure.ts'
import { type StageRule, stageIn, stagesIn, wordsOf } from '../procedure/step-stages.ts'
import { assetData } from './acts.ts'
import { conditionsMet, signsIn } from './signs.ts'
import { assetSteps } from './steps.ts'

const { latest, all } = readers(assetData)

const stages: readonly StageRule[] = [
  { id: 'entered', label: { zh: '登记', en: 'Entered' }, endedBy: ['assetEntered'] },
  { id: 'tagged', label: { zh: '阶段认定', en: 'Stage' }, endedBy: ['stageDecided'] },
  { id: 'booked', label: { zh: '财务处理', en: 'Accounts' }, endedBy: ['booked'] },
  { id: 'closed', label: { zh: '销账结案', en: 'Taken out' }, endedBy: ['closed'] },
]

export const assetLedger: Procedure<ActsState> = {
  id: 'asset_ledger',
  label: { zh: '成果资产台账', en: 'The ledger of assets' },
  opening: 'assetEntered',
  acts: assetSteps,
  whenSuspended: [],
  stageWords: wordsOf(stages),
  evolve: foldSteps(assetSteps),
  facts: factsOf,
  stages: (state) => stagesIn(stages, state),
  line: lineOf,
}

/** How the achievement stands by what was told in this record. */
export function standingIn(state: ActsState): AssetStanding {
  return taggedOn(signsIn(state), state.lastOn).standing
}

type Told<Type extends keyof typeof assetData> = NonNullable<
  ReturnType<typeof latest<Type>>
>['data']

/** What finance is proposed to do with it now. */
export function proposalIn(state: ActsState): AccountingProposal {
  const standing = standingIn(state)
  const isAsset = ['capitalise', 'capitalise_fees'].includes(
    latest(state, 'booked')?.data.treatment ?? '',
  )
  return proposalFor(standing, tagsOf(standing), {
    assetFormed: latest(state, 'developmentEnded')?.data.assetFormed,
    assetConfirmed: isAsset,
  })
}

function factsOf(state: ActsState): CaseFacts {
  const entry = latest(state, 'assetEntered')?.data
  const decided = latest(state, 'stageDecided')?.data
  const lost = latest(state, 'rightLost')?.data
  const treatment = latest(state, 'booked')?.data.treatment
  const standing = standingIn(state)
  const tags = tagsOf(standing)
  return {
    matter: 'asset_ledger',
    pilotUnit: entry?.pilotUnit ?? false,
    optedIn: entry?.optedIn ?? false,
    ...(entry && entryFacts(entry)),
    resultAttribute: tags.attribute === 'authorised' ? 'authorised' : 'unauthorised',
    resultStage: tags.stage,
    conversionState: tags.conversion,
    conversionCount: tags.count,
    rightObtained: standing.attribute === 'authorised',
    rightAppliedFor: has(state, 'rightApplied') || has(state, 'rightObtained'),
    transferIntentionClear: standing.isIntended,
    transferContracts: standing.contracts,
    developmentConditionsMet: decided !== undefined && conditionsMet(decided),
    developmentStandard: decided?.standard ?? null,
    developmentEvidence: (decided?.evidence ?? []).map(({ kind }) => ({ kind })),
    costsInseparable: standing.isInseparable,
    assetFormed: latest(state, 'developmentEnded')?.data.assetFormed ?? null,
    // What takes an asset off the books is no treatment of costs.
    ...(treatment !== undefined &&
      !['derecognise', 'write_off'].includes(treatment) && { accountingTreatment: treatment }),
    rightLostByTransfer: standing.lostBy === 'transferred',
    performanceChecked: lost?.performanceChecked ?? false,
    titleChangeChecked: lost?.titleChangeChecked ?? false,
    legalStatusChecked: lost?.legalStatusChecked ?? false,
  }
}

function entryFacts(entry: Told<'assetEntered'>): CaseFacts {
  const { startedOn, fundSource } = entry
  const { disclosesBasics, disclosesResearchState, disclosesMarket } = entry
  const { projectContractAttached, taskBookAttached, researchPlanAttached } = entry
  return {
    fundSource,
    disclosedOn: entry.disclosedOn,
    ...{ disclosesBasics, disclosesResearchState, disclosesMarket },
    ...{ projectContractAttached, taskBookAttached, researchPlanAttached },
    resultOwnedByUnit: entry.ownedByUnit,
    bookedAsStateAsset: entry.stateAsset,
    ledgerReviewed: entry.reviewed,
    researchStartedOn: startedOn,
  }
}

function lineOf(state: ActsState): CaseLine {
  const entry = latest(state, 'assetEntered')?.data
  const rights = [...all(state, 'rightApplied'), ...all(state, 'rightObtained')]
  return {
    title: entry?.title ?? '',
    ...(entry?.achievementId !== undefined && { achievementId: entry.achievementId }),
    about: rights.map(({ data }) => data.number),
    stage: stageIn(stages, state),
  }
}
