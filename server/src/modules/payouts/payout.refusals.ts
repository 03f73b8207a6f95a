import { type Refusal, type Words, yuanText } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../platform/problem.ts'
import type { PayoutRefusals } from './batch.commands.ts'

/** What a person reads for every no of payouts. */
export function toPayoutProblem(refusal: Refusal<PayoutRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-batch':
      return notFound({ zh: '没有这个发放批次。', en: 'There is no such payout batch.' })
    case 'no-such-plan':
      return notFound({ zh: '本批次没有这个方案。', en: 'The batch has no such plan.' })
    case 'nothing-to-pay':
      return conflict('nothing-to-pay', {
        zh: '所选项目中没有可以发放的方案：方案须已公示期满且没有待处理的异议，并且不在其他批次中。',
        en: 'None of the cases has a plan to pay: its notice must have run out with no objection open, and it may be in no other batch.',
      })
    case 'pay-day-past':
      return badField('#/payOn', 'pay-day-past', {
        zh: `拟付款日不得早于今天（${refusal.facts.today}）。`,
        en: `The day of payment may not lie before today (${refusal.facts.today}).`,
      })
    case 'batch-of-another':
      return conflict('batch-of-another', {
        zh: '这个批次号已被他人使用，请重新生成。',
        en: 'Somebody else made a batch of this id; begin a new one.',
      })
    case 'payout-not-open':
      return conflict('payout-not-open', {
        zh: '这个批次已经处理过，或者还在生成；请刷新后查看。',
        en: 'This batch was decided already, or is still being made; look at it again.',
      })
    case 'payout-not-approved':
      return conflict('payout-not-approved', {
        zh: '批次批准后才能生成付款文件、登记回单。',
        en: 'The file and the proof come after the approval.',
      })
    case 'own-payout':
      return forbidden({
        zh: '发放批次须由制单人和税额登记人以外的人审批；请另一人审批。',
        en: 'A payout batch is approved by somebody other than who made it or entered its tax: ask another.',
      })
    case 'payee-approves-payout':
      return forbidden({
        zh: '您在本批次的收款人之列；奖金和奖励的发放批次须由不领取的人审批。',
        en: 'You are paid by this batch; a batch of bonuses and awards is approved by somebody who receives nothing of it.',
      })
    case 'file-of-awards':
      return conflict('file-of-awards', {
        zh: '这个批次发放的是奖金和奖励，付款文件须先核对专职人员部分的余额；请在批次页面生成。',
        en: 'This batch pays bonuses and awards: its file is made once the staff part is looked at. Make it on the page of the batch.',
      })
    case 'no-payment-to-send':
      return conflict('no-payment-to-send', {
        zh: '没有可以发出的付款：都已发出，或者收款人没有登记银行账号。',
        en: 'Nothing can be sent: all of it was, or the payees have no account on file.',
      })
    case 'plan-changed':
      return conflict('plan-changed', {
        zh: `项目 ${refusal.facts.number} 下达付款之后有新的记录，现在不能发放：${refusal.facts.why}`,
        en: `Case ${refusal.facts.number} got another act since its payments were ordered and cannot be paid now: ${refusal.facts.why}`,
      })
    case 'file-differs':
      return conflict('file-differs', {
        zh: '文件内容与生成时不一致，没有给出。请联系管理员核查。',
        en: 'The file is not what it was when it was made, so it was not given out. Ask the administrator to look into it.',
      })
    case 'proof-unfit':
      return badField('#/lines', 'proof-unfit', {
        zh: `回单第 ${refusal.facts.line} 行不符：${sumsIn(refusal.facts).zh}${faultWords[refusal.facts.fault]?.zh ?? ''}没有登记任何一行。`,
        en: `Line ${refusal.facts.line} of the proof does not fit: ${sumsIn(refusal.facts).en}${faultWords[refusal.facts.fault]?.en ?? ''} No line was taken.`,
      })
    case 'nothing-proved':
      return conflict('nothing-proved', {
        zh: '回单中的付款都已登记过，没有新的内容。',
        en: 'Everything in this proof was taken before; nothing new is in it.',
      })
    case 'proved-in-future':
      return badField('#/on', 'proved-in-future', {
        zh: `付款或退回日期不得晚于今天（${refusal.facts.today}）。`,
        en: `The day may not lie after today (${refusal.facts.today}).`,
      })
    case 'proved-before-approval':
      return badField('#/on', 'proved-before-approval', {
        zh: `付款或退回日期不得早于批次批准之日（${refusal.facts.approved}）。`,
        en: `The day may not lie before the batch was approved (${refusal.facts.approved}).`,
      })
    case 'proof-without-paper':
      return badField('#/file', 'proof-without-paper', {
        zh: '付款日期早于今天的，须附银行回单或者明细。',
        en: 'For a day before today attach the slip or statement of the bank.',
      })
    case 'proof-file-not-stored':
      return badField('#/file', 'stored-before', {
        zh: `文件“${refusal.facts.name}”尚未上传，或与上传的不一致。`,
        en: `The file “${refusal.facts.name}” was not uploaded, or differs from what was.`,
      })
    case 'plan-not-overturned':
      return conflict('plan-not-overturned', {
        zh: '这个方案没有被异议核实结论推翻，或者付款已经办结；请登记回单，或者刷新后查看。',
        en: 'No finding overturned this plan, or its payments are through; take in the proof, or look at it again.',
      })
    case 'payments-with-bank':
      return conflict('payments-with-bank', {
        zh: `尚有 ${refusal.facts.count} 笔付款已发出或正在补付而没有登记结果，请先登记回单；补付尚未发出的，可以先撤回。`,
        en: `It is not known what became of ${refusal.facts.count} payments that were sent or are being made again; take in the proof first, or cancel what is to be made again and was not sent.`,
      })
    case 'proof-of-another':
      return conflict('proof-of-another', {
        zh: '这份回单已登记在另一批次，请重新登记本批次的回单。',
        en: 'This proof was taken into another batch; take in the one of this batch.',
      })
    case 'case-not-in-batch':
      return conflict('case-not-in-batch', {
        zh: '本批次没有这个项目尚未发出的付款。',
        en: 'The batch has no payment of this case that was not sent.',
      })
    case 'plan-not-waiting':
      return conflict('plan-not-waiting', {
        zh: '这个方案不在等待登记：尚有付款未办结，或者已经登记发放。',
        en: 'This plan does not wait to be recorded: a payment is open, or it is recorded already.',
      })
    case 'tax-unfit':
      return badField('#/lines', 'tax-unfit', {
        zh: `第 ${refusal.facts.line} 行代扣税额不符：${taxWords[refusal.facts.fault]?.zh ?? ''}没有登记任何一行。`,
        en: `Line ${refusal.facts.line} of the tax withheld does not fit: ${taxWords[refusal.facts.fault]?.en ?? ''} No line was taken.`,
      })
    case 'way-unfit':
      return badField('#/lines', 'way-unfit', {
        zh: `第 ${refusal.facts.line} 行发放方式不符：${wayFaults[refusal.facts.fault]?.zh ?? ''}没有登记任何一行。`,
        en: `Line ${refusal.facts.line} of the ways does not fit: ${wayFaults[refusal.facts.fault]?.en ?? ''} No line was taken.`,
      })
    case 'ways-not-open':
      return conflict('ways-not-open', {
        zh: '发放方式在批次生成之后、发出任何付款之前登记；已批准的批次须重新审批。',
        en: 'Ways are said once a batch is made and before any of it is sent; an approved batch is approved anew.',
      })
    case 'tax-not-open':
      return conflict('tax-not-open', {
        zh: '代扣税额在批次生成之后、发出任何付款之前登记，或者随回单逐笔登记；付款办结后尚未登记的，用“补登代扣税额”。',
        en: 'Tax withheld is entered once a batch is made and before any of it is sent, or with the proof, line by line; what is not on record once a payment is through is entered late.',
      })
  }
}

const wayFaults: Readonly<Record<string, Words>> = {
  unknown: { zh: '本批次没有这个付款编号。', en: 'the batch has no such payment.' },
  twice: { zh: '同一付款编号写了两次。', en: 'the payment stands twice.' },
  'not-open': {
    zh: '这笔付款是股权，或者已经发出、办结。',
    en: 'it is in shares, or was sent or settled.',
  },
  'project-unsaid': {
    zh: '转入项目经费的，须写明项目编号和账户名称。',
    en: 'a payment to a project names its number and the account.',
  },
}

/** What a line says and what it would have to say, where they differ. */
function sumsIn({ said, due }: { readonly said?: string; readonly due?: string }): Words {
  if (said === undefined || due === undefined) return { zh: '', en: '' }
  const [told, owed] = [yuanText(BigInt(said)), yuanText(BigInt(due))]
  return {
    zh: `回单金额 ${told} 元，应为 ${owed} 元。`,
    en: `it says ${told} yuan, and ${owed} yuan is due: `,
  }
}

const faultWords: Readonly<Record<string, Words>> = {
  unknown: { zh: '付款编号不属于本批次。', en: 'the reference is not of this batch.' },
  twice: { zh: '同一笔付款出现两次。', en: 'the same payment stands in it twice.' },
  'other-amount': {
    zh: '金额须为税前应发额减去代扣个税；付款后才确定税额的，请填写“代扣个税”列和税后金额。',
    en: 'it is the gross less the tax withheld; where the tax was settled after the file, fill in its column and what is left.',
  },
  'other-tax': {
    zh: '代扣个税超过应发额、与此前登记的不同，付款已办结，或者以股权给予而无代扣。',
    en: 'the tax exceeds the payment, differs from what was entered before, or the payment is through or in shares.',
  },
  'not-sent': { zh: '这笔付款尚未发出或已撤回。', en: 'the payment was not sent, or was dropped.' },
  'returned-before': {
    zh: '这笔付款此前已退回；补付后以新的编号登记。',
    en: 'the payment came back before; what is paid again has a reference of its own.',
  },
  'back-before-paid': {
    zh: '退回日期早于这笔付款的付款日期，请核对日期。',
    en: 'it came back before the day on which it was paid; check the day.',
  },
}

/** What is wrong with a line of tax, in words. */
export const taxWords: Readonly<Record<string, Words>> = {
  unknown: { zh: '付款编号不属于本批次。', en: 'the reference is not of this batch.' },
  twice: { zh: '同一笔付款出现两次。', en: 'the same payment stands in it twice.' },
  'other-tax': {
    zh: '代扣税额须在零和应发额之间。',
    en: 'it lies between nought and the payment before tax.',
  },
  'not-through': {
    zh: '这笔付款尚未付出、已退回或者以股权给予。',
    en: 'the payment is not through, came back, or is in shares.',
  },
  'known-before': {
    zh: '税额在付款前已经登记，付款文件和回单均按它办理，不能改写；付错的先登记退回再补付。',
    en: 'its tax was known when it was paid, and its file and proof say the same; what was paid wrongly comes back and is paid again.',
  },
  'gross-proved': {
    zh: '银行回单载明税前全额已付给本人，没有从这笔付款代扣；从以后的工资等扣缴的，不在本批次登记。',
    en: 'the line of the bank shows that all of it went to the person: nothing was withheld from this payment. What is withheld from later pay is not entered here.',
  },
  'set-off': {
    zh: '税额低于分配冲回后已经抵回的部分。',
    en: 'it is less than what was set off since the distribution was reversed.',
  },
  unchanged: { zh: '与已登记的税额相同。', en: 'it is on record as it is.' },
  'not-open': {
    zh: '付款已发出、已办结或者以股权给予；文件没有载明税额的，随回单登记。',
    en: 'the payment was sent, is through, or is in shares; what its file did not know is entered with the proof.',
  },
}

const page = (title: Words, meaning: Words, todo: Words) => ({ status: 409, title, meaning, todo })

/** The public pages of the codes of payouts. */
export const problems: ProblemPages = {
  'nothing-to-pay': page(
    { zh: '没有可以发放的方案', en: 'Nothing to pay' },
    {
      zh: '项目没有公示期满、可以发放的分配方案，或者应发款已由已领款抵扣。没有写入任何内容。',
      en: 'The case has no plan whose notice has run out, or what it gives is covered by what was paid before. Nothing was written.',
    },
    {
      zh: '打开项目查看方案所处的步骤；不涉及付款的，在项目中直接登记发放。',
      en: 'Open the case and see where its plan stands; where no money moves, record the payout there.',
    },
  ),
  'ordered-before': page(
    { zh: '方案已在另一批次中', en: 'In another batch' },
    {
      zh: '同一个方案只能下达一次付款。没有写入任何内容。',
      en: 'A plan is ordered once. Nothing was written.',
    },
    {
      zh: '在“发放批次”中找到该批次；未发出的可以撤回后重新生成。',
      en: 'Find that batch; what was not sent can be cancelled and made anew.',
    },
  ),
  'batch-of-another': page(
    { zh: '批次号已被使用', en: 'The id is taken' },
    { zh: '他人已用这个编号生成批次。', en: 'Somebody else made a batch of this id.' },
    { zh: '重新打开页面再生成。', en: 'Open the page anew and make the batch again.' },
  ),
  'payout-not-open': page(
    { zh: '批次不在待处理状态', en: 'The batch is not open' },
    {
      zh: '批次已审批、撤回、办结，或者还在生成。没有写入任何内容。',
      en: 'The batch was decided, cancelled or settled, or is still being made. Nothing was written.',
    },
    { zh: '刷新后查看批次现在的状态。', en: 'Look at the batch as it stands now.' },
  ),
  'payout-not-approved': page(
    { zh: '批次尚未批准', en: 'Not approved' },
    {
      zh: '付款文件和回单以审批为前提。没有写入任何内容。',
      en: 'File and proof rest on the approval. Nothing was written.',
    },
    { zh: '请制单人以外的人审批。', en: 'Have it approved by somebody else than its maker.' },
  ),
  'no-payment-to-send': page(
    { zh: '没有可以发出的付款', en: 'Nothing to send' },
    {
      zh: '付款都已发出，或者收款人没有登记银行账号。',
      en: 'All payments were sent, or the payees have no account on file.',
    },
    {
      zh: '请财务或管理员在“人员”中登记账号，再生成文件。',
      en: 'Have finance or the administrator enter the accounts under People, then make the file.',
    },
  ),
  'file-of-awards': page(
    { zh: '奖金和奖励的付款文件', en: 'The file of bonuses and awards' },
    {
      zh: '奖金和奖励的付款文件由另一个接口生成，生成前核对专职人员部分的余额。没有发出任何付款。',
      en: 'The file of a batch of bonuses and awards is made by a route of its own, which looks at the staff part first. Nothing was sent.',
    },
    { zh: '在批次页面生成付款文件。', en: 'Make the file on the page of the batch.' },
  ),
  'plan-changed': page(
    { zh: '方案现在不能发放', en: 'The plan cannot be paid now' },
    {
      zh: '下达付款之后项目有了新的记录，法律现在不允许发放。没有发出任何付款。',
      en: 'The case got another act since the payments were ordered, and the law does not allow to pay now. Nothing was sent.',
    },
    {
      zh: '先在项目中处理该事项，或者撤回批次。',
      en: 'Settle the matter in the case first, or cancel the batch.',
    },
  ),
  'plan-not-overturned': page(
    { zh: '方案没有被推翻', en: 'The plan stands' },
    {
      zh: '没有核实结论要求重新拟定这个方案，或者它的付款已经办结。没有写入任何内容。',
      en: 'No finding asks for another plan, or its payments are through. Nothing was written.',
    },
    { zh: '登记回单，或者刷新后查看。', en: 'Take in the proof, or look at it again.' },
  ),
  'payments-with-bank': page(
    { zh: '有付款结果未知', en: 'Payments are with the bank' },
    {
      zh: '方案被推翻前发出的付款和正在补付的退回款，结果登记后才能转入抵扣。没有写入任何内容。',
      en: 'What was sent before the plan fell, and what came back and is being made again, is settled first; then the plan is taken in. Nothing was written.',
    },
    { zh: '先登记这些付款的回单。', en: 'Take in the proof of these payments first.' },
  ),
  'proof-of-another': page(
    { zh: '回单属于另一批次', en: 'The proof is of another batch' },
    {
      zh: '同一份回单已登记在另一批次。没有写入任何内容。',
      en: 'The same proof was taken into another batch. Nothing was written.',
    },
    { zh: '登记本批次的回单。', en: 'Take in the proof of this batch.' },
  ),
  'case-not-in-batch': page(
    { zh: '批次中没有这个项目', en: 'The case is not in the batch' },
    {
      zh: '本批次没有这个项目尚未发出的付款。没有写入任何内容。',
      en: 'The batch has no unsent payment of this case. Nothing was written.',
    },
    { zh: '刷新后查看。', en: 'Look at it again.' },
  ),
  'ways-not-open': page(
    { zh: '批次现在不能改发放方式', en: 'Ways cannot be said now' },
    {
      zh: '批次还在生成、已退回、已撤回、已办结，或者已有付款发出。没有写入任何内容。',
      en: 'The batch is being made, was refused or cancelled, is settled, or something of it was sent. Nothing was written.',
    },
    {
      zh: '在生成付款文件之前登记；退回的付款可在下一批次中改换方式。',
      en: 'Say it before the file is made; what came back can go another way in the next batch.',
    },
  ),
  'tax-not-open': page(
    { zh: '批次现在不能登记代扣税额', en: 'Tax cannot be entered now' },
    {
      zh: '批次还在生成、已退回、已撤回、已办结，或者已有付款发出。没有写入任何内容。',
      en: 'The batch is being made, was refused or cancelled, is settled, or something of it was sent. Nothing was written.',
    },
    {
      zh: '在生成付款文件之前登记，批次已批准的须重新审批；此后随回单逐笔登记，或者在付款办结后补登。',
      en: 'Enter it before the file is made, and have an approved batch approved anew; later on with the proof, line by line, or late once the payment is through.',
    },
  ),
  'file-differs': page(
    { zh: '文件与生成时不一致', en: 'The file differs' },
    {
      zh: '按记录重新得到的文件，其指纹与生成时留存的不同。文件没有给出。',
      en: 'The file made from the records has another fingerprint than when it was made. It was not given out.',
    },
    { zh: '请管理员核查数据。', en: 'Ask the administrator to look into the data.' },
  ),
  'nothing-proved': page(
    { zh: '回单没有新的内容', en: 'Nothing new in the proof' },
    {
      zh: '回单所列付款的结果此前已经登记。没有写入任何内容。',
      en: 'What the proof says was taken before. Nothing was written.',
    },
    { zh: '无需再次登记。', en: 'Once is enough.' },
  ),
  'plan-not-waiting': page(
    { zh: '方案不在等待登记', en: 'The plan does not wait' },
    {
      zh: '方案尚有付款未办结，或者已经登记发放。',
      en: 'A payment of the plan is open, or it is recorded as paid already.',
    },
    { zh: '刷新后查看。', en: 'Look at it again.' },
  ),
}
