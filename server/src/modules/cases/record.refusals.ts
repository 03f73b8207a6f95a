import type { Words } from '@yizhuan/kit'
import { procedures, recordRefusals } from '@yizhuan/procedures'
import type { ProblemPage, ProblemPages } from '../../platform/problem.refusals.ts'
import { ofTransfers } from './transfer.refusals.ts'

/** What `facts` carries when the record does not take an act. */
const act = { act: { zh: '被拒绝的行为', en: 'the act that was refused' } }

const ofAll = recordRefusals(procedures)

/** The pages of what the record says no to, from the procedure's own table. */
const ofRecord: ProblemPages = Object.fromEntries(
  [...new Set(ofAll.map(({ code }) => code))].map((code) => [code, pageOf(code)]),
)

function pageOf(code: string): ProblemPage {
  const details = ofAll.filter((one) => one.code === code).map(({ detail }) => detail)
  const [first = { zh: code, en: code }] = details
  const all = (lang: keyof Words) => [...new Set(details.map((detail) => detail[lang]))].join(' ')
  return {
    status: 409,
    title: { zh: first.zh.replace(/[。，；].*$/u, ''), en: first.en.replace(/[.;].*$/, '') },
    meaning: {
      zh: `项目的记录此时不接受这一步：${all('zh')}没有写入任何内容。`,
      en: `The record of the case does not take this act now: ${all('en')} Nothing was written.`,
    },
    todo: {
      zh: '打开项目，按“下一步”列出的顺序办理；已经做过的不必再做。',
      en: 'Open the case and take the acts it lists next; what is done need not be done again.',
    },
    facts: act,
  }
}

const refused = (title: Words, meaning: Words, todo: Words): ProblemPage => ({
  status: 409,
  title,
  meaning,
  todo,
  facts: act,
})

/** What an act carries does not fit the record. */
const ofContent: ProblemPages = {
  'case-held': {
    status: 409,
    title: { zh: '项目正在付款，这一步暂不能办理', en: 'The case is held while it is paid out' },
    meaning: {
      zh: '这个项目的分配方案已经下达付款；付款办结之前，不能另行登记发放，也不能改动方案及其依据的到账和费用。没有写入任何内容。',
      en: 'The payments of this plan are ordered. Until they are through, nobody records a payout by hand or changes the plan and the receipts and costs it rests on. Nothing was written.',
    },
    todo: {
      zh: '在“发放批次”中查看付款情况：登记回单，退回未发出的批次，或者等待付款办结。',
      en: 'Look at the payments in the payout batches: take in the proof, cancel what was not sent, or wait until they are through.',
    },
  },
  'not-a-recipient': refused(
    { zh: '不是奖励对象', en: 'Not in the plan' },
    {
      zh: '分配方案中没有这个人，也没有列为放弃的人。',
      en: 'The plan names this person neither as a recipient nor as one who waived.',
    },
    { zh: '核对姓名，或先修改分配方案。', en: 'Check the name, or draft the plan anew.' },
  ),
  'already-agreed': refused(
    { zh: '已经确认', en: 'Agreed already' },
    { zh: '这个人对现在的方案已经确认。', en: 'This person has agreed to the present plan.' },
    { zh: '无需再次确认。', en: 'Once is enough.' },
  ),
  'stop-after-signing': refused(
    { zh: '签约后不能以核实结论终止', en: 'A finding cannot stop a signed contract' },
    {
      zh: '合同已签署，核实结论不能终止交易。',
      en: 'The contract is signed; a finding on an objection cannot stop the deal.',
    },
    { zh: '如需终止，请办理合同终止。', en: 'Terminate the contract instead.' },
  ),
  'more-present-than-members': refused(
    { zh: '实到人数多于应到人数', en: 'More were present than there are members' },
    {
      zh: '集体决策的实到人数不能多于应到人数。',
      en: 'A decision cannot have more members present than entitled to decide.',
    },
    { zh: '核对会议记录后重新填写。', en: 'Compare the minutes and fill in again.' },
  ),
  'more-votes-than-present': refused(
    { zh: '票数多于实到人数', en: 'More votes than members present' },
    {
      zh: '赞成、反对和弃权合计不能多于实到人数。',
      en: 'Votes for, against and abstentions together cannot exceed those present.',
    },
    { zh: '核对会议记录后重新填写。', en: 'Compare the minutes and fill in again.' },
  ),
  'cost-already-recorded': refused(
    { zh: '费用已登记', en: 'The cost is recorded' },
    {
      zh: '同一类费用的同一张凭证只扣除一次。',
      en: 'The same voucher of the same kind of cost is deducted once.',
    },
    { zh: '核对凭证号。', en: 'Check the number of the voucher.' },
  ),
  'shares-over-whole': refused(
    { zh: '份额合计超过百分之百', en: 'The shares exceed the whole' },
    {
      zh: '同一项权利各权利人的份额合计不能超过100%。',
      en: 'The shares of the holders of one right add up to 100% at most.',
    },
    {
      zh: '核对各权利人的份额后重新填写。',
      en: 'Compare the shares of the holders and fill in again.',
    },
  ),
  'receipt-already-recorded': refused(
    { zh: '到账已登记', en: 'The receipt is recorded' },
    {
      zh: '同一张凭证的同一笔到账只登记、只分配一次。',
      en: 'The same voucher over the same amount is recorded, and shared out, once.',
    },
    {
      zh: '核对凭证号和金额；确为另一笔的，在凭证号前注明年月。',
      en: 'Check voucher and amount; if it is another, put year and month before its number.',
    },
  ),
  'receipt-beyond-agreed': refused(
    { zh: '到账超过约定金额', en: 'More came in than was agreed' },
    {
      zh: '到账合计超过合同金额和付款约定的合计，又没有说明原因。按销售额提成的、以外币计价的和没有约定金额的合同不受此限。',
      en: 'With this receipt more would have come in than the contract and its payment terms come to, and no reason was given. Contracts that pay by sales, in a foreign currency, or without an agreed sum are not asked.',
    },
    {
      zh: '核对金额的单位和位数；金额无误的，写明多收的原因，或者先登记变更后的付款约定。',
      en: 'Check the unit and the digits of the amount. If it is right, say why more came in, or enter the amended payment terms first.',
    },
  ),
  'company-part-exceeds': refused(
    { zh: '平台公司部分过大', en: 'The part of the company is too large' },
    {
      zh: '平台公司部分是转化部门和平台公司合计提取金额的一部分，不能超过它。',
      en: 'The part of the platform company is within what office and company take together.',
    },
    { zh: '核对两个金额。', en: 'Check both amounts.' },
  ),
  'purposes-not-whole': refused(
    { zh: '各项用途未合计', en: 'The purposes do not add up' },
    {
      zh: '留归单位部分的各项用途合计须等于该部分金额。',
      en: 'What the institution keeps its part for adds up to that part.',
    },
    { zh: '核对各项用途的金额。', en: 'Check the amount of each purpose.' },
  ),
  'duplicate-recipient': refused(
    { zh: '奖励对象重名', en: 'A name stands twice' },
    {
      zh: '方案中同一姓名出现两次，或既领取又放弃。',
      en: 'A name stands twice in the plan, or both receives and waives.',
    },
    { zh: '合并或注明以区分。', en: 'Join the lines, or tell the two persons apart.' },
  ),
}

/** The public pages of all refusals about cases. */
export const problems: ProblemPages = {
  ...ofRecord,
  ...ofContent,
  ...ofTransfers,
  'law-forbids': {
    status: 422,
    title: { zh: '尚不符合规定', en: 'Not in line with the law yet' },
    meaning: {
      zh: '把这一步写入记录后，仍有规范未满足。“because”逐条列出规范、状态和条款，“missing”列出还缺的事实；没有写入任何内容。',
      en: 'With this act in the record some norms would not be met. The member “because” names each with its status and articles, “missing” the facts that are not known. Nothing was written.',
    },
    todo: {
      zh: '阅读所列条款，补上缺少的步骤或事实，或等待期限届满。',
      en: 'Read the articles named; take the step or give the fact that is missing, or wait for the period to end.',
    },
    facts: { action: { zh: '被拦下的行为', en: 'the act that was stopped' } },
  },
  'record-withheld': {
    status: 409,
    title: { zh: '部分记录暂不开放', en: 'Part of the record is not open yet' },
    meaning: {
      zh: '您是该免责事项的当事人。作出认定前，他人的陈述和调查人员的内部记录不向您开放，因此不能导出完整记录；向您提出的事项和所依据的材料可在页面上查阅。',
      en: 'The inquiry concerns you. Before it is found, what others said and what the investigators noted is kept from you, so the record cannot be exported whole; what is put to you and the documents relied on stand on the page.',
    },
    todo: {
      zh: '等待认定；认定作出后，完整记录向您开放，可以查阅、导出并据以申诉。',
      en: 'Wait for the finding; then the whole record is open to you, to read, export and appeal with.',
    },
  },
  'record-has-ties': {
    status: 409,
    title: { zh: '记录载有利益关联情况', en: 'The record tells of ties' },
    meaning: {
      zh: '立项时登记了项目组成员的利益关联情况，该内容只向转化机构、纪检、审计和单位负责人开放；缺少这一项的导出无法核验，因此不导出。',
      en: 'Ties of members of the team were told when the contract was opened. The transfer office, discipline, auditors and leaders alone read them, and an export without them could not be verified.',
    },
    todo: {
      zh: '请由上述人员导出；页面上可查阅其余记录。',
      en: 'Ask one of them to export it; the rest of the record stands on the page.',
    },
  },
  'record-has-disclosure': {
    status: 409,
    title: { zh: '记录载有报备内容', en: 'The record tells what was disclosed' },
    meaning: {
      zh: '项目中登记了成果报备的内容，公开前只向完成人、转化部门及履行审核、决策、监督职责的人员开放；缺少这一项的导出无法核验，因此不导出。',
      en: 'What was disclosed stands in the case. Before it is public its inventors, the office, and those who decide on it and oversee it alone read it, and an export without it could not be verified.',
    },
    todo: {
      zh: '请由上述人员导出；页面上可查阅其余记录。',
      en: 'Ask one of them to export it; the rest of the record stands on the page.',
    },
  },
  'law-is-newest': {
    status: 409,
    title: { zh: '已适用最新修订版', en: 'Judged by the newest already' },
    meaning: {
      zh: '该项目所依据的规则包已是最新修订版。',
      en: 'The case is judged by the newest revisions of the packs.',
    },
    todo: { zh: '无需变更。', en: 'There is nothing to change.' },
  },
  'late-without-reason': {
    status: 422,
    title: { zh: '补录须说明原因', en: 'A late record needs a reason' },
    meaning: {
      zh: '发生日早于今天，而且关系到期限；“because”列出是哪些期限。',
      en: 'The day lies before today and a deadline hangs on it; “because” names which.',
    },
    todo: { zh: '填写补录原因后重新提交。', en: 'Say why it is recorded later and send it again.' },
    facts: { field: { zh: '要填写的字段', en: 'the field to fill in' } },
  },
  'late-without-paper': {
    status: 422,
    title: { zh: '补录须附材料', en: 'A late record needs a paper' },
    meaning: {
      zh: '发生日早于今天，而且关系到期限，须有材料证明；“because”列出是哪些期限。',
      en: 'The day lies before today and a deadline hangs on it, so a paper has to show it; “because” names which.',
    },
    todo: {
      zh: '上传能证明发生日的文件后重新提交。',
      en: 'Upload a file that shows the day and send it again.',
    },
    facts: { field: { zh: '要补充的字段', en: 'the field to add' } },
  },
}
