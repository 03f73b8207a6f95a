// What a case that took a contract over says of itself wherever it is read.
import type { Words } from '@yizhuan/kit'
import type { CaseState } from '../state.ts'

/** What everybody who reads of such a case is told: what led to the contract was not done here. */
export function takeoverNote(state: unknown): Words | undefined {
  const { takenOver } = (state ?? {}) as Partial<Pick<CaseState, 'takenOver'>>
  if (!takenOver) return undefined
  const { signedOn, endedOn, noDecisionPaper } = takenOver.data
  const none = noDecisionPaper !== undefined
  const ended = endedOn !== undefined
  return {
    zh: [
      `本项目接手${signedOn}签订的合同。签约及此前的报备、权属、筛查、谈判、审核、公示和集体决策均未在本平台办理，本平台不证明其已依规办理，所载内容仅据接手时所附文件。`,
      none ? '接手时没有会议纪要或决议。' : '',
      ended ? `合同已于${endedOn}终止，仅为终止后仍应收取的款项接手。` : '',
    ].join(''),
    en: [
      `This case took over a contract signed on ${signedOn}. Signing and all that led to it (disclosure, title, screening, negotiation, review, notice, decision) was not done on this platform, which proves none of it: what is said of it rests on the papers attached at the takeover.`,
      none ? ' No minutes and no decision were there.' : '',
      ended
        ? ` The contract ended on ${endedOn}; it was taken over only for what is still to come in.`
        : '',
    ].join(''),
  }
}
