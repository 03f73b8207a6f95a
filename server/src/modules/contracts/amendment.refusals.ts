import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, type Problem } from '../../platform/problem.ts'
import type { ContractRefusals } from './contract.refusals.ts'

type AmendmentRefusals = Pick<
  ContractRefusals,
  | 'amended-in-case'
  | 'amended-in-future'
  | 'amended-before'
  | 'amended-after-end'
  | 'amendment-changes-nothing'
  | 'amendment-file-lost'
  | 'amendment-not-last'
  | 'amended-since'
>

/** What a person reads for every no about amendments. */
export function amendmentProblem(refusal: Refusal<AmendmentRefusals>): Problem {
  switch (refusal.code) {
    case 'amended-in-case':
      return conflict('amended-in-case', {
        zh: '这份合同随项目记录；补充协议请在项目中登记，登记后本页随之更新。',
        en: 'This contract stands in its case; record the amendment there, and this page follows.',
      })
    case 'amended-in-future':
      return badField('#/on', 'not-in-future', {
        zh: `变更日不得晚于今天（${refusal.facts.today}）。`,
        en: `An amendment is recorded once it is signed, not after today (${refusal.facts.today}).`,
      })
    case 'amended-before':
      return badField('#/on', 'after-last', {
        zh: `变更日不得早于 ${refusal.facts.on}（合同签订日或上一次变更日）。`,
        en: `Not before ${refusal.facts.on}, when the contract was signed or amended last.`,
      })
    case 'amended-after-end':
      return badField('#/on', 'before-end', {
        zh: `合同已于 ${refusal.facts.on} 终止，变更日不得在其后。`,
        en: `The contract ended on ${refusal.facts.on} and is not amended after it.`,
      })
    case 'amendment-changes-nothing':
      return badField('#/summary', 'changes-something', {
        zh: '所填各项与台账现有内容相同，没有变更；请填写变更后的内容。',
        en: 'Nothing differs from what the register holds; say what it changes.',
      })
    case 'amendment-file-lost':
      return badField('#/files', 'file-not-stored', {
        zh: `文件“${refusal.facts.name}”尚未上传，请重新上传。`,
        en: `The file “${refusal.facts.name}” is not stored; upload it again.`,
      })
    case 'amendment-not-last':
      return conflict('amendment-not-last', {
        zh: '只能撤回最近一次有效的变更。',
        en: 'Only the last amendment that stands is taken back.',
      })
    case 'amended-since':
      return conflict('amended-since', {
        zh: '变更登记后，这些内容又被改动过，不能撤回；请登记新的变更或更正。',
        en: 'What it changed was changed again since; record another amendment or correct it.',
      })
  }
}

/** Their public pages. */
export const amendmentProblems: ProblemPages = {
  'amended-in-case': {
    status: 409,
    title: { zh: '补充协议在项目中登记', en: 'The amendment belongs to the case' },
    meaning: {
      zh: '由项目签订或接手的合同，变更也由项目的记录写入，台账随之更新。',
      en: 'What a case signed or took over is amended by its record, and the register follows.',
    },
    todo: {
      zh: '打开该项目，登记条款变化并签署补充协议。',
      en: 'Open the case, record the changed terms and sign the amendment.',
    },
  },
  'amendment-not-last': {
    status: 409,
    title: { zh: '不是最近一次变更', en: 'Not the last amendment' },
    meaning: {
      zh: '变更一次接一次，撤回只能从最近一次有效的开始。',
      en: 'Amendments follow one another; only the last that stands is taken back.',
    },
    todo: { zh: '先撤回其后的变更。', en: 'Take back what followed it first.' },
  },
  'amended-since': {
    status: 409,
    title: { zh: '变更后又有改动', en: 'Changed since' },
    meaning: {
      zh: '撤回会恢复变更前的内容；变更所改的内容此后又被改动，恢复会抹去后来的改动。',
      en: 'Taking it back would write over what was changed after it.',
    },
    todo: {
      zh: '登记一次新的变更，或者更正台账。',
      en: 'Record another amendment, or correct the register.',
    },
  },
}
