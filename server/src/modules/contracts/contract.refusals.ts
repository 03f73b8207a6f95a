import type { Refusal, Words } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import { amendmentProblem, amendmentProblems } from './amendment.refusals.ts'

/** Why a contract is not corrected. */
export interface ContractRefusals {
  'no-such-contract': Record<string, never>
  'contract-of-a-case': Record<string, never>
  'contract-ends-before': Record<string, never>
  'contract-number-taken': Record<string, never>
  'no-such-achievement': Record<string, never>
  'achievement-merged': Record<string, never>
  'achievement-of-its-case': Record<string, never>
  'credit-code-wrong': { readonly field: string }
  'amended-in-case': Record<string, never>
  'amended-in-future': { readonly today: string }
  'amended-before': { readonly on: string }
  'amended-after-end': { readonly on: string }
  'amendment-changes-nothing': Record<string, never>
  'amendment-file-lost': { readonly name: string }
  'amendment-not-last': Record<string, never>
  'amended-since': { readonly fields: string }
}

/** What a person reads for every no about contracts. */
export function toProblem(refusal: Refusal<ContractRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-contract':
      return notFound({ zh: '没有这份合同。', en: 'There is no such contract.' })
    case 'contract-of-a-case':
      return conflict('contract-of-a-case', {
        zh: '这份合同由项目办理时签订，随项目记录；请在项目中办理变更。',
        en: 'A case signed this contract and records it; change it there.',
      })
    case 'amended-in-case':
    case 'amended-in-future':
    case 'amended-before':
    case 'amended-after-end':
    case 'amendment-changes-nothing':
    case 'amendment-file-lost':
    case 'amendment-not-last':
    case 'amended-since':
      return amendmentProblem(refusal)
    case 'contract-number-taken':
      return badField('#/number', 'number-taken', {
        zh: '合同台账中已有这个编号的合同，请核对编号。',
        en: 'The register has a contract of this number already; check the number.',
      })
    case 'achievement-merged':
      return badField('#/achievements', 'merged-into-another', {
        zh: '所选成果中有一项已并入另一项，请选择保留的那一项。',
        en: 'An achievement was merged into another; choose the one that was kept.',
      })
    case 'no-such-achievement':
      return badField('#/achievements', 'known-achievement', {
        zh: '所选成果不在成果库中，请重新选择。',
        en: 'An achievement is not in the register; choose again.',
      })
    case 'achievement-of-its-case':
      return badField('#/achievements', 'achievement-of-its-case', {
        zh: '这项成果是合同所属项目的标的，不能取消关联。',
        en: 'The case of this contract is about that achievement; it stays linked.',
      })
    case 'credit-code-wrong':
      return badField(`#/${refusal.facts.field}`, 'credit-code', {
        zh: '统一社会信用代码有误（末位校验不符），请核对；境外主体请留空。',
        en: 'That is no credit code: its last character does not fit. Leave it empty for a party abroad.',
      })
    case 'contract-ends-before':
      return badField('#/termTo', 'after-from', {
        zh: '期限止不得早于期限起，请核对。',
        en: 'A contract does not end before it begins; look again.',
      })
  }
}

/** The public pages of the register of contracts. */
export const problems: ProblemPages = {
  'contract-of-a-case': {
    status: 409,
    title: { zh: '合同随项目记录', en: 'The contract stands in its case' },
    meaning: {
      zh: '项目办理时签订的合同由项目的记录写入，不能在合同登记簿中更正。',
      en: 'What a case signed is written by its record, and not corrected in the register.',
    },
    todo: { zh: '打开该项目，办理相应的变更。', en: 'Open the case and change it there.' },
  },
  ...amendmentProblems,
}

/** Why a certificate is not recorded: tax relief rests on it, and it is of one contract. */
export const certificateOfAnother = ({ title }: { readonly title: string }): Words => ({
  zh: `这个登记编号已是另一份合同“${title}”的，请核对登记证明。`,
  en: `Another contract, “${title}”, is registered under this number; check the certificate.`,
})
