// Giving up a right, or not filing for one at all.

import { type ActsState, foldSteps, has, readers } from '../procedure/acts-state.ts'
import type { Act } from '../procedure/entry.ts'
import { openObjections } from '../procedure/notice-steps.ts'
import type { CaseFacts, CaseLine, Procedure } from '../procedure/procedure.ts'
import { type StageRule, stageIn, stagesIn, wordsOf } from '../procedure/step-stages.ts'
import { abandonmentData } from './acts.ts'
import { abandonmentSteps, isAnswered } from './steps.ts'

const { latest } = readers(abandonmentData)

const stages: readonly StageRule[] = [
  {
    id: 'proposed',
    label: { zh: '提出', en: 'Proposed' },
    endedBy: ['abandonmentProposed'],
  },
  { id: 'reviewed', label: { zh: '审核', en: 'Review' }, endedBy: ['valueReviewed'] },
  {
    id: 'notified',
    label: { zh: '通知完成人', en: 'Inventors' },
    endedBy: ['completersNotified', 'filingDropped'],
  },
  {
    id: 'notice',
    label: { zh: '公示', en: 'Notice' },
    endedBy: ['noticePublished', 'takenOver', 'filingDropped'],
  },
  {
    id: 'abandoned',
    label: { zh: '放弃', en: 'Given up' },
    endedBy: ['abandoned', 'takenOver', 'filingDropped'],
  },
  {
    id: 'accounted',
    label: { zh: '核销结案', en: 'Books and close' },
    endedBy: ['closed', 'takenOver', 'filingDropped'],
  },
]

export const abandonment: Procedure<ActsState> = {
  id: 'abandonment',
  label: { zh: '放弃权利', en: 'Giving up a right' },
  purpose: {
    words: {
      zh: '不再维持一项权利：评估、征求完成人意见、公示后放弃并核销。',
      en: 'Give a right up: evaluate, ask its inventors, publish, and write it off.',
    },
    cites: ['sh-pilot-ledger#1-2/a11.p2'],
  },
  opening: 'abandonmentProposed',
  acts: abandonmentSteps,
  whenSuspended: ['objectionFound'],
  stageWords: wordsOf(stages),
  notice: { kind: 'abandonment', certifies: 'abandonRight' },
  evolve: foldSteps(abandonmentSteps) as (state: ActsState | undefined, act: Act) => ActsState,
  facts: factsOf,
  stages: (state) => stagesIn(stages, state),
  line: lineOf,
}

function factsOf(state: ActsState): CaseFacts {
  const proposal = latest(state, 'abandonmentProposed')?.data
  const review = latest(state, 'valueReviewed')?.data
  const notified = latest(state, 'completersNotified')
  const published = latest(state, 'noticePublished')
  const gone = latest(state, 'abandoned')
  return {
    matter: 'abandonment',
    pilotUnit: proposal?.pilotUnit ?? false,
    optedIn: proposal?.optedIn ?? false,
    assetConfirmed: proposal?.assetConfirmed ?? false,
    rightFeeDueOn: feeDueOn(state),
    abandonProposedOn: state.opened.on,
    abandonReviewedOn: latest(state, 'valueReviewed')?.on ?? null,
    abandonBookedOn: latest(state, 'accounted')?.on ?? null,
    abandonReviewed: latest(state, 'accounted')?.data.reviewed ?? review?.outcome === 'abandon',
    filingAdvisedAgainst: review?.outcome === 'not_file',
    completersNotified: notified !== undefined,
    completersInformed: notified?.data.informed ?? false,
    completersNotifiedOn: notified?.on ?? null,
    completersAnswered: isAnswered(state),
    abandonNoticeOn: published?.on ?? null,
    abandonNoticeEndedOn: gone?.data.lastShownOn ?? null,
    abandonObjectionOpen: openObjections(state) > 0,
    abandonedOn: gone?.on ?? null,
  }
}

/** When the next fee falls due: as paid last, else as proposed. */
function feeDueOn(state: ActsState): string | null {
  if (has(state, 'feePaid')) return latest(state, 'feePaid')?.data.nextDueOn ?? null
  return latest(state, 'abandonmentProposed')?.data.feeDueOn ?? null
}

function lineOf(state: ActsState): CaseLine {
  const proposal = latest(state, 'abandonmentProposed')?.data
  const { title = '', right = '', number, achievementId, completers = [] } = proposal ?? {}
  return {
    title,
    ...(achievementId !== undefined && { achievementId }),
    about: [right, ...(number === undefined ? [] : [number]), ...completers],
    stage: stageIn(stages, state),
  }
}
