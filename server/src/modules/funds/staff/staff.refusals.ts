import { type Refusal, yuan } from '@yizhuan/kit'
import { conflictPage, type ProblemPages } from '../../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../../platform/problem.ts'
import type { AwardRefusals } from './staff.commands.ts'

/** What a person reads for every no of the staff part. */
export function toAwardProblem(refusal: Refusal<AwardRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-award':
      return notFound({ zh: '没有这项发放。', en: 'There is no such award.' })
    case 'no-such-award-payment':
      return notFound({
        zh: '没有这笔发放，或者它已经退回。',
        en: 'There is no such payment, or it came back already.',
      })
    case 'approver-proposed-award':
      return forbidden({
        zh: '发放须由提出人以外的人审批。',
        en: 'An award is approved by somebody other than who proposed it.',
      })
    case 'approver-receives-award':
      return forbidden({
        zh: '您在这项发放的收款人之列，须由其他人审批。',
        en: 'You are among those who receive of this award; somebody else approves it.',
      })
    case 'award-not-proposed':
      return conflict('award-not-proposed', {
        zh: '这项发放已经处理过；请刷新后查看。',
        en: 'This award was decided already; look at it again.',
      })
    case 'award-not-approved':
      return conflict('award-not-approved', {
        zh: '这项发放不在待发放状态：尚未审批、已撤回或已全部发放；请刷新后查看。',
        en: 'Nothing of this award waits to be paid: it is not approved, withdrawn or paid in full; look at it again.',
      })
    case 'award-under-way':
      return conflict('award-under-way', {
        zh: '这项发放正在发放批次中，不能撤回；请先从批次中撤下。',
        en: 'This award is being paid in a batch, so it is not withdrawn; take it out of the batch first.',
      })
    case 'award-paid-in-batch':
      return conflict('award-paid-in-batch', {
        zh: '这笔款项由发放批次支付；退回或误登的，请在该批次中登记回单。',
        en: 'A batch paid this line: what came back, or was entered by mistake, is told there with the proof.',
      })
    case 'award-partly-paid':
      return conflict('award-partly-paid', {
        zh: '已有款项发放，不能撤回；有误的先登记退回。',
        en: 'Something of it was paid, so it is not withdrawn; enter what came back first.',
      })
    default:
      return fieldProblem(refusal)
  }
}

/** What is wrong with a field, by place of its line where it is of one. */
function fieldProblem(refusal: Refusal<AwardRefusals>): Problem {
  const { code } = refusal
  const at = (field: string, zh: string, en: string) => badField(`#/${field}`, code, { zh, en })
  switch (refusal.code) {
    case 'award-person-unnamed':
      return at(
        'lines',
        `第 ${refusal.facts.place} 行请选择受奖励的人员。`,
        `Name the person who is rewarded in line ${refusal.facts.place}.`,
      )
    case 'award-payee-unnamed':
      return at(
        'lines',
        `第 ${refusal.facts.place} 行请填写培养费用的收款方。`,
        `Name who is paid for the training in line ${refusal.facts.place}.`,
      )
    case 'award-person-twice':
      return at(
        'lines',
        `第 ${refusal.facts.place} 行的人员列了两次；同一人合并为一行。`,
        `The person of line ${refusal.facts.place} stands twice; make it one line.`,
      )
    case 'award-person-unknown':
      return at(
        'lines',
        `第 ${refusal.facts.place} 行的人员不在本单位人员登记中。`,
        `The person of line ${refusal.facts.place} is not in the register of people.`,
      )
    case 'staff-purse-short': {
      const free = BigInt(refusal.facts.free)
      return at(
        'lines',
        `超出可用余额：已到账分配中专职人员部分尚余 ${yuan(free, 'zh')}。`,
        `More than there is: ${yuan(free, 'en')} of the staff parts of paid distributions is left.`,
      )
    }
    case 'award-file-not-stored':
      return at(
        'files',
        `文件“${refusal.facts.name}”还没有上传完；请重新上传。`,
        `The file “${refusal.facts.name}” is not stored; upload it again.`,
      )
    case 'award-paid-in-future':
      return at(
        'paidOn',
        `日期不得晚于今天（${refusal.facts.today}）；发生后再登记。`,
        `The day is not after today (${refusal.facts.today}); enter it once it happened.`,
      )
    case 'award-paid-before-approved':
      return at(
        'paidOn',
        `发放日不得早于审批日 ${refusal.facts.approvedOn}。`,
        `It is not paid before it was approved on ${refusal.facts.approvedOn}.`,
      )
    case 'award-line-not-open':
      return at(
        'places',
        `第 ${refusal.facts.place} 行没有待发的金额；可能刚刚发放，请刷新后查看。`,
        `Line ${refusal.facts.place} has nothing to pay; it may just have been paid, look again.`,
      )
    case 'award-line-in-batch':
      return at(
        'places',
        `第 ${refusal.facts.place} 行正在发放批次中；请在批次中登记回单，或先从批次中撤下。`,
        `Line ${refusal.facts.place} is being paid in a batch; take in its proof there, or take it out of the batch first.`,
      )
    case 'award-line-twice':
      return at(
        'places',
        `第 ${refusal.facts.place} 行选了两次；每行只选一次。`,
        `Line ${refusal.facts.place} is chosen twice; choose each once.`,
      )
    case 'award-returned-in-future':
      return at(
        'returnedOn',
        `退回日不得晚于今天（${refusal.facts.today}）；退回后再登记。`,
        `It does not come back after today (${refusal.facts.today}); enter it once it did.`,
      )
    case 'award-returned-before-paid':
      return at(
        'returnedOn',
        `退回日不得早于发放日 ${refusal.facts.paidOn}。`,
        `It does not come back before it was paid on ${refusal.facts.paidOn}.`,
      )
    default:
      throw new TypeError(`No sentence for ${refusal.code}.`)
  }
}

/** The public pages of the staff part. */
export const awardProblems: ProblemPages = {
  'award-under-way': conflictPage(
    ['正在发放批次中', '已列入发放批次的事项不能撤回。', '在“发放批次”中撤下后再办理。'],
    [
      'The award is in a batch',
      'An award of which a payment is under way is not withdrawn.',
      'Take it out of the payout batch first.',
    ],
  ),
  'award-paid-in-batch': conflictPage(
    ['由发放批次支付', '由批次支付的款项，结果只在批次中登记一次。', '在该发放批次中登记退回。'],
    [
      'A batch paid it',
      'What became of a payment of a batch is told in one place.',
      'Enter in that payout batch that it came back.',
    ],
  ),
  'award-not-proposed': conflictPage(
    ['发放已处理', '只有待审批的发放可以审批，已撤回的不能再撤回。', '刷新后查看。'],
    [
      'The award was decided',
      'Only what waits for approval is approved, and nothing is withdrawn twice.',
      'Look at it again.',
    ],
  ),
  'award-not-approved': conflictPage(
    [
      '发放不在待发放状态',
      '付款以审批为前提；全部发放后不再发放。',
      '请审批人先审批，或刷新后查看。',
    ],
    [
      'Nothing of the award waits to be paid',
      'Payment comes after approval, and each line is paid once.',
      'Have it approved first, or look at it again.',
    ],
  ),
  'award-partly-paid': conflictPage(
    ['已有款项发放', '发放过的事项不能撤回。', '有误的先登记退回。'],
    [
      'Something of the award was paid',
      'An award of which something is paid is not withdrawn.',
      'Enter what came back first.',
    ],
  ),
}
