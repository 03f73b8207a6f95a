// What a case that took a contract over says of itself wherever it is read.
import type { Words } from '@yizhuan/kit'
import type { ActsState } from '../../procedure/acts-state.ts'
import type { TakenOverService } from '../../service-contract/taken-over-data.ts'
import type { CaseState } from '../state.ts'

/** What led to a contract, and what shows that somebody agreed to it. */
interface Before {
  readonly told: Pick<TakenOverService, 'signedOn' | 'endedOn' | 'noDecisionPaper'>
  readonly steps: Words
  readonly paper: Words
}

const ofTransfer = {
  steps: {
    zh: '报备、权属、筛查、谈判、审核、公示和集体决策',
    en: 'disclosure, title, screening, negotiation, review, notice, decision',
  },
  paper: { zh: '会议纪要或决议', en: 'No minutes and no decision' },
}
const ofService = {
  steps: { zh: '洽谈和审批', en: 'talks, approval' },
  paper: { zh: '批准文件或会议纪要', en: 'No approval and no minutes' },
}

/** What everybody who reads of such a case is told: what led to the contract was not done here. */
export function takeoverNote(state: unknown): Words | undefined {
  const before = beforeIn(state)
  if (!before) return undefined
  const { signedOn, endedOn, noDecisionPaper } = before.told
  const none = noDecisionPaper !== undefined
  const ended = endedOn !== undefined
  return {
    zh: [
      `本项目接手${signedOn}签订的合同。签约及此前的${before.steps.zh}均未在本平台办理，本平台不证明其已依规办理，所载内容仅据接手时所附文件。`,
      none ? `接手时没有${before.paper.zh}。` : '',
      ended ? `合同已于${endedOn}终止，仅为终止后仍应收取的款项接手。` : '',
    ].join(''),
    en: [
      `This case took over a contract signed on ${signedOn}. Signing and all that led to it (${before.steps.en}) was not done on this platform, which proves none of it: what is said of it rests on the papers attached at the takeover.`,
      none ? ` ${before.paper.en} were there.` : '',
      ended
        ? ` The contract ended on ${endedOn}; it was taken over only for what is still to come in.`
        : '',
    ].join(''),
  }
}

/** A transfer keeps what was told beside its acts, a service contract among them. */
function beforeIn(state: unknown): Before | undefined {
  const { takenOver, acts } = (state ?? {}) as Partial<
    Pick<CaseState, 'takenOver'> & Pick<ActsState, 'acts'>
  >
  if (takenOver) return { told: takenOver.data, ...ofTransfer }
  const told = acts?.['contractTakenOver']?.at(-1)?.data as Before['told'] | undefined
  return told && { told, ...ofService }
}
