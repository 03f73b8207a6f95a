import type { Refusal } from '@yizhuan/kit'
import { toDayProblem } from '../../platform/passed-day.refusals.ts'
import { badField, notFound, type Problem } from '../../platform/problem.ts'
import type { CredentialRefusals } from './credential.commands.ts'

/** What a person reads for every no about certificates. */
export function toProblem(refusal: Refusal<CredentialRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-person':
      return notFound({ zh: '没有这个人员。', en: 'There is no such person.' })
    case 'no-such-credential':
      return notFound({ zh: '没有这项证书。', en: 'There is no such certificate.' })
    case 'kind-unknown':
      return badField('#/kind', 'known-code', {
        zh: `请从下列选项中选择：${refusal.facts.kinds}。`,
        en: `Choose one of: ${refusal.facts.kinds}.`,
      })
    case 'not-in-future':
    case 'day-too-early':
      return toDayProblem(refusal)
    case 'file-not-stored':
      return badField('#/file', 'stored', {
        zh: `文件“${refusal.facts.name}”还没有上传完；请重新上传。`,
        en: `The file “${refusal.facts.name}” is not stored; upload it again.`,
      })
    case 'ends-before-issued':
      return badField('#/validUntil', 'after-issued', {
        zh: `有效期不能早于取得日（${refusal.facts.issuedOn}）。`,
        en: `It cannot end before it was issued (${refusal.facts.issuedOn}).`,
      })
  }
}
