import { type Refusal, yuan } from '@yizhuan/kit'
import { labelOf } from '@yizhuan/law'
import { conflictPage, type ProblemPages } from '../../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../../platform/problem.ts'
import type { BonusRefusals } from './bonus.commands.ts'

/** What a person reads for every no of the bonuses at grant. */
export function toBonusProblem(refusal: Refusal<BonusRefusals>): Problem {
  const { code } = refusal
  const at = (field: string, zh: string, en: string) => badField(`#/${field}`, code, { zh, en })
  switch (refusal.code) {
    case 'no-such-bonus':
      return notFound({ zh: '没有这项授权奖金。', en: 'There is no such bonus.' })
    case 'bonus-not-owed':
      return at(
        'right',
        '这件专利没有待发的授权奖金：尚未授权，授权公告日不明，或期限管理中已记录发放；请先核对专利的事项记录。',
        'No bonus is owed for this patent: it is not granted, the day of grant is unknown, or its docket says it was paid; check its events first.',
      )
    case 'bonus-proposed-already':
      return conflict('bonus-proposed-already', {
        zh: '这件专利已有一项授权奖金；请打开那一项，或先撤回再重新提出。',
        en: 'This patent has a bonus already; open it, or withdraw it and propose another.',
      })
    case 'bonus-below-least': {
      const { least, source, at: place } = refusal.facts
      const amount = BigInt(least)
      return at(
        'shares',
        `各发明人合计低于最低额 ${yuan(amount, 'zh')}（${source} ${labelOf(place).zh}）；请提高金额，另有规定或约定的选择按规定发给。`,
        `The shares together are below the least amount of ${yuan(amount, 'en')} (${source} ${labelOf(place).en}); raise them, or name the rule or agreement that says otherwise.`,
      )
    }
    case 'bonus-needs-reason': {
      const { least, source, at: place } = refusal.facts
      const amount = BigInt(least)
      return at(
        'despite',
        `各发明人合计低于最低额 ${yuan(amount, 'zh')}（${source} ${labelOf(place).zh}，金额尚未与官方文本核对）；请提高金额，或写明仍按此提出的理由。`,
        `The shares together are below the least amount of ${yuan(amount, 'en')} (${source} ${labelOf(place).en}, a figure not yet compared with the gazette); raise them, or say why they stand.`,
      )
    }
    case 'inventor-twice':
      return at(
        'shares',
        `“${refusal.facts.name}”列了两次；同一人合并为一行，同名的在姓名后注明。`,
        `“${refusal.facts.name}” stands twice; make it one line, or tell namesakes apart.`,
      )
    case 'no-such-inventor':
      return at(
        `shares/${refusal.facts.at}/person`,
        '本机构人员库中没有此人，请重新选择或直接填写姓名。',
        'The institution knows no such person; choose again, or type the name.',
      )
    case 'inventor-name-shared':
      return at(
        `shares/${refusal.facts.at}/person`,
        `人员库中有几位“${refusal.facts.name}”，只写姓名分不清发给谁；请按工号选择本人，外单位同名的在姓名后注明。`,
        `Several people of the register are called “${refusal.facts.name}”; choose by staff number who is meant, and tell apart in the name who is of no register.`,
      )
    case 'rule-unnamed':
      return at(
        'rule',
        '请写明规定或约定的名称和条款。',
        'Name the rule or agreement and its article.',
      )
    case 'rule-beside-least':
      return at(
        'rule',
        '按法定最低额以上发给时不填规定名称；有规定的请改选按规定发给。',
        'Where the law’s least is the basis no rule is named; choose the rule as the basis instead.',
      )
    case 'bonus-file-not-stored':
      return at(
        'files',
        `文件“${refusal.facts.name}”还没有上传完；请重新上传。`,
        `The file “${refusal.facts.name}” is not stored; upload it again.`,
      )
    case 'approver-proposed-bonus':
      return forbidden({
        zh: '奖金须由提出人以外的人审批。',
        en: 'A bonus is approved by somebody other than who proposed it.',
      })
    case 'approver-receives-bonus':
      return forbidden({
        zh: '您在这项奖金的领取人之列，须由其他人审批。',
        en: 'You are among those who receive of this bonus; somebody else approves it.',
      })
    default:
      return paymentProblem(refusal)
  }
}

/** About what was decided and paid. */
function paymentProblem(refusal: Refusal<BonusRefusals>): Problem {
  const { code } = refusal
  const at = (field: string, zh: string, en: string) => badField(`#/${field}`, code, { zh, en })
  switch (refusal.code) {
    case 'bonus-not-proposed':
      return conflict('bonus-not-proposed', {
        zh: '这项奖金已经处理过；请刷新后查看。',
        en: 'This bonus was decided already; look at it again.',
      })
    case 'bonus-not-approved':
      return conflict('bonus-not-approved', {
        zh: '这项奖金不在待发放状态：尚未审批、已撤回或已全部发放；请刷新后查看。',
        en: 'Nothing of this bonus waits to be paid: it is not approved, withdrawn or paid in full; look at it again.',
      })
    case 'bonus-partly-paid':
      return conflict('bonus-partly-paid', {
        zh: '已有发明人领取，不能撤回；有误的先登记退回。',
        en: 'Somebody was paid, so it is not withdrawn; enter what came back first.',
      })
    case 'bonus-under-way':
      return conflict('bonus-under-way', {
        zh: '这项奖金正在发放批次中，不能撤回；请先从批次中撤下。',
        en: 'This bonus is being paid in a batch, so it is not withdrawn; take it out of the batch first.',
      })
    case 'share-paid-in-batch':
      return conflict('share-paid-in-batch', {
        zh: '这笔奖金由发放批次支付；退回或误登的，请在该批次中登记回单。',
        en: 'A batch paid this share: what came back, or was entered by mistake, is told there with the proof.',
      })
    case 'share-in-batch':
      return at(
        'places',
        `第 ${refusal.facts.place} 行正在发放批次中；请在批次中登记回单，或先从批次中撤下。`,
        `Line ${refusal.facts.place} is being paid in a batch; take in its proof there, or take it out of the batch first.`,
      )
    case 'bonus-paid-in-future':
      return at(
        'paidOn',
        `日期不得晚于今天（${refusal.facts.today}）；发生后再登记。`,
        `The day is not after today (${refusal.facts.today}); enter it once it happened.`,
      )
    case 'bonus-paid-before-grant':
      return at(
        'paidOn',
        `发放日不得早于授权公告日 ${refusal.facts.grantedOn}。`,
        `It is not paid before the grant on ${refusal.facts.grantedOn}.`,
      )
    case 'share-not-open':
      return at(
        'places',
        `第 ${refusal.facts.place} 行没有待发的金额；可能刚刚发放，请刷新后查看。`,
        `Line ${refusal.facts.place} has nothing to pay; it may just have been paid, look again.`,
      )
    case 'share-named-twice':
      return at(
        'places',
        `第 ${refusal.facts.place} 行选了两次；每人只选一次。`,
        `Line ${refusal.facts.place} is chosen twice; choose each once.`,
      )
    case 'no-such-payment':
      return notFound({
        zh: '没有这笔发放，或者它已经退回。',
        en: 'There is no such payment, or it came back already.',
      })
    case 'bonus-returned-in-future':
      return at(
        'returnedOn',
        `退回日不得晚于今天（${refusal.facts.today}）；退回后再登记。`,
        `It does not come back after today (${refusal.facts.today}); enter it once it did.`,
      )
    case 'returned-before-paid':
      return at(
        'returnedOn',
        `退回日不得早于发放日 ${refusal.facts.paidOn}。`,
        `It does not come back before it was paid on ${refusal.facts.paidOn}.`,
      )
    default:
      throw new TypeError(`No sentence for ${refusal.code}.`)
  }
}

/** The public pages of the bonuses at grant. */
export const bonusProblems: ProblemPages = {
  'bonus-under-way': conflictPage(
    ['奖金正在发放批次中', '已列入发放批次的奖金不能撤回。', '在“发放批次”中撤下后再办理。'],
    [
      'The bonus is in a batch',
      'A bonus of which a payment is under way is not withdrawn.',
      'Take it out of the payout batch first.',
    ],
  ),
  'share-paid-in-batch': conflictPage(
    ['由发放批次支付', '由批次支付的款项，结果只在批次中登记一次。', '在该发放批次中登记退回。'],
    [
      'A batch paid it',
      'What became of a payment of a batch is told in one place.',
      'Enter in that payout batch that it came back.',
    ],
  ),
  'bonus-proposed-already': conflictPage(
    ['奖金已提出', '一件专利只有一项授权奖金。', '打开已有的一项，或撤回后重新提出。'],
    [
      'The bonus was proposed',
      'A patent has one bonus at grant.',
      'Open it, or withdraw it and propose another.',
    ],
  ),
  'bonus-not-proposed': conflictPage(
    ['奖金已处理', '只有待审批的奖金可以审批，已撤回的不能再撤回。', '刷新后查看。'],
    [
      'The bonus was decided',
      'Only what waits for approval is approved, and nothing is withdrawn twice.',
      'Look at it again.',
    ],
  ),
  'bonus-not-approved': conflictPage(
    [
      '奖金不在待发放状态',
      '发放以审批为前提；全部发放后不再发放。',
      '请审批人先审批，或刷新后查看。',
    ],
    [
      'Nothing waits to be paid',
      'Payment comes after approval, and a bonus is paid once.',
      'Have it approved first, or look at it again.',
    ],
  ),
  'bonus-partly-paid': conflictPage(
    ['已有人领取', '发放过的奖金不能撤回。', '有误的先登记退回。'],
    [
      'Somebody was paid',
      'A bonus of which something is paid is not withdrawn.',
      'Enter what came back first.',
    ],
  ),
}
