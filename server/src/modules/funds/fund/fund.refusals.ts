import { type Refusal, yuan } from '@yizhuan/kit'
import { badField, forbidden, notFound, type Problem } from '../../../platform/problem.ts'
import type { FundRefusals } from './fund.commands.ts'
import { stageWords } from './fund.ts'

/** What a person reads for every no of the funds. */
export function toFundProblem(refusal: Refusal<FundRefusals>): Problem {
  const { code } = refusal
  const at = (field: string, zh: string, en: string) => badField(`#/${field}`, code, { zh, en })
  const amount = (fen: string) => ({ zh: yuan(BigInt(fen), 'zh'), en: yuan(BigInt(fen), 'en') })
  switch (refusal.code) {
    case 'no-such-fund':
      return notFound({ zh: '没有这项资金。', en: 'There is no such fund.' })
    case 'no-such-fund-project':
      return notFound({ zh: '这项资金没有这个项目。', en: 'The fund has no such project.' })
    case 'no-such-milestone':
      return notFound({ zh: '项目没有这个里程碑。', en: 'The project has no such milestone.' })
    case 'fund-number-used':
      return at(
        'number',
        `编号 ${refusal.facts.number} 已经使用；请另编。`,
        `The number ${refusal.facts.number} is taken; choose another.`,
      )
    case 'fund-day-in-future':
      return at(
        refusal.facts.field,
        `日期不得晚于今天（${refusal.facts.today}）；发生后再登记。`,
        `The day is not after today (${refusal.facts.today}); enter it once it happened.`,
      )
    case 'fund-achievement-unknown':
      return at('achievement', '成果台账中没有这项成果。', 'There is no such achievement.')
    case 'fund-file-not-stored':
      return at(
        'files',
        `文件“${refusal.facts.name}”还没有上传完；请重新上传。`,
        `The file “${refusal.facts.name}” is not stored; upload it again.`,
      )
    case 'fund-project-missing':
      return at('project', '请选择项目。', 'Choose the project.')
    case 'fund-line-entered':
      return at(
        'reference',
        `同样的收付或承诺已登记为台账第 ${refusal.facts.line} 行；确是另一笔的，请在凭证或纪要中写明区别。`,
        `The same stands in the ledger as line ${refusal.facts.line}; if it is another one, tell it apart by its reference.`,
      )
    case 'milestone-not-met':
      return at(
        'milestone',
        `里程碑“${refusal.facts.title}”尚未达成；先登记达成和证明，再拨付。`,
        `The milestone “${refusal.facts.title}” is not reached; enter what shows it first.`,
      )
    case 'milestone-met-already':
      return at(
        'metOn',
        `这个里程碑已于 ${refusal.facts.on} 达成。`,
        `This milestone was reached on ${refusal.facts.on}.`,
      )
    case 'milestone-unnamed':
      return at(
        'milestone',
        '这项资金的管理办法要求按里程碑拨付；请选择已达成的里程碑；项目没有里程碑的，请先补加。',
        'The rule of this fund has money drawn for milestones only; choose one that was reached, or add one to the project first.',
      )
    case 'milestones-too-many':
      return at(
        'title',
        `一个项目最多 ${refusal.facts.most} 个里程碑。`,
        `A project has ${refusal.facts.most} milestones at most.`,
      )
    case 'milestone-drawn':
      return at(
        'reason',
        `台账第 ${refusal.facts.line} 行已按这个里程碑拨付；请先更正该行。`,
        `Line ${refusal.facts.line} of the ledger was drawn for it; correct that line first.`,
      )
    case 'milestone-in-ledger':
      return at(
        'reason',
        `台账第 ${refusal.facts.line} 行载明这个里程碑，不能删去；可以另加里程碑。`,
        `Line ${refusal.facts.line} of the ledger names it, so it stays; add another one.`,
      )
    case 'milestones-missing':
      return at(
        'milestones',
        '这项资金按里程碑拨付；请至少写一个里程碑。',
        'This fund pays by milestones; write at least one.',
      )
    case 'project-stopped': {
      const { zh, en } = stageWords[refusal.facts.stage]
      return at(
        'project',
        `项目${zh}，不再承诺或拨付；未拨付的可以核减，已拨付的可以退回。`,
        `The project is at “${en}”: nothing more is promised or drawn; release what is left, or enter what comes back.`,
      )
    }
    case 'no-such-fund-line':
      return at(
        'line',
        '台账没有可以更正的这一行；更正本身有误的，请重新登记正确的一行。',
        'The ledger has no such line to correct; if a correction was wrong, enter the right line anew.',
      )
    case 'fund-line-corrected':
      return at(
        'line',
        `第 ${refusal.facts.line} 行已经更正；请刷新后查看。`,
        `Line ${refusal.facts.line} was corrected already; look at it again.`,
      )
    case 'fund-line-used':
      return at(
        'line',
        `第 ${refusal.facts.line} 行之后的承诺或收付用到了它；请先更正其后的行，再更正这一行。`,
        `Later lines use what line ${refusal.facts.line} did; correct those first, then this one.`,
      )
    case 'fund-line-of-others':
      return forbidden({
        zh: '收付由财务更正，承诺由审批人更正。',
        en: 'Finance corrects what was paid, those who decide correct what was promised.',
      })
    case 'fund-too-small': {
      const { zh, en } = amount(refusal.facts.free)
      return at(
        'fen',
        `资金可用余额为 ${zh}（已承诺的不再动用）；请减少金额或先出资。`,
        `The fund has ${en} that is not promised; take less, or pay in first.`,
      )
    }
    case 'commitment-too-small': {
      const { zh, en } = amount(refusal.facts.reserved)
      return at(
        'fen',
        `项目已承诺未拨付的为 ${zh}；超过的先追加承诺。`,
        `Of what is promised to the project ${en} is left; promise more first.`,
      )
    }
    case 'returned-beyond-drawn': {
      const { zh, en } = amount(refusal.facts.outlay)
      return at(
        'fen',
        `项目现有拨付 ${zh}，退回不得超过。`,
        `The project has ${en} of the fund; no more comes back.`,
      )
    }
    default:
      throw new TypeError(`No sentence for ${code}.`)
  }
}
