import type { Words } from '@yizhuan/kit'
import type { ProblemPage, ProblemPages } from '../../platform/problem.refusals.ts'

// What an act of a transfer gets wrong against its record: offers, grants, periods.

const page = (title: Words, meaning: Words, todo: Words): ProblemPage => ({
  status: 409,
  title,
  meaning,
  todo,
})

const compare: Words = {
  zh: '核对交易场所的确认文件后重新填写。',
  en: 'Compare the confirmation of the exchange and fill in again.',
}

/** The pages of these refusals. */
export const ofTransfers: ProblemPages = {
  'below-decided-floor': page(
    { zh: '低于集体决策的底价', en: 'Below the floor that was decided' },
    {
      zh: '挂牌底价或保留价低于集体决策确定的底价。',
      en: 'The floor offered is lower than the one the leadership decided.',
    },
    {
      zh: '按决策的底价填写，或先降低底价并重新决策。',
      en: 'Offer at the floor decided, or lower it first and decide anew.',
    },
  ),
  'floor-not-lower': page(
    { zh: '没有低于原底价', en: 'No lower than before' },
    { zh: '降低后的底价须低于原底价。', en: 'A lowered floor lies under the former one.' },
    { zh: '重新填写底价。', en: 'Fill in the floor again.' },
  ),
  'deal-incomplete': page(
    { zh: '成交信息不完整', en: 'The deal is not complete' },
    {
      zh: '成交的须写明成交方、成交价和确认文件；未成交的不写。',
      en: 'A deal names its buyer, its price and its confirmation; without a deal they stay empty.',
    },
    compare,
  ),
  'sold-below-floor': page(
    { zh: '成交价低于底价', en: 'Sold below the floor' },
    {
      zh: '成交价低于挂牌底价或保留价，不能作为成交登记。',
      en: 'The price lies under the floor offered and cannot be recorded as a deal.',
    },
    compare,
  ),
  'grant-conflict': page(
    { zh: '与已有授权冲突', en: 'It contradicts an earlier grant' },
    {
      zh: '本单位的其他项目或合同已就同一成果授权或赋权；独占、排他许可、转让和作价投资不能与之并存。',
      en: 'Another case or contract of the institution grants the same achievement, or empowers its team; an exclusive or sole licence, an assignment or an investment cannot stand beside it.',
    },
    {
      zh: '核对领域、地域和期限；确不冲突的写明理由并附材料。',
      en: 'Compare field, territory and term; where they do not meet, say why and attach the papers.',
    },
  ),
  'other-unmapped': page(
    { zh: '其他方式未写明参照', en: 'Another way without its nearest mode' },
    {
      zh: '选择其他方式的，须写明参照哪种转化方式办理和理由，由审核人审核。',
      en: 'Another way says as which mode it is handled and why; the reviewer reviews it.',
    },
    { zh: '填写参照的转化方式和理由。', en: 'Name the mode and the reason.' },
  ),
  'period-backwards': page(
    { zh: '结算期止早于起', en: 'The period ends before it begins' },
    { zh: '结算期的止日不能早于起日。', en: 'A period cannot end before its first day.' },
    { zh: '核对结算单后重新填写。', en: 'Compare the statement and fill in again.' },
  ),
  'period-settled': page(
    { zh: '结算期重叠', en: 'The period overlaps another' },
    {
      zh: '同一天的收入只能结算一次。',
      en: 'The income of a day is settled once.',
    },
    { zh: '核对已登记的结算期。', en: 'Compare the periods that are recorded.' },
  ),
  'renewal-not-later': page(
    { zh: '续期没有延长期限', en: 'The renewal adds no time' },
    { zh: '续期后的期限须晚于原期限。', en: 'A renewed term ends later than the former.' },
    { zh: '核对续期协议后重新填写。', en: 'Compare the agreement and fill in again.' },
  ),
  'share-not-as-published': page(
    { zh: '占股比例与公示不一致', en: 'The share is not the published one' },
    {
      zh: '公司登记的占股比例须与公示的一致。',
      en: 'The share registered is the one that was published.',
    },
    {
      zh: '先登记条款变化并再次公示，再登记公司。',
      en: 'Record the change and publish it, then record the company.',
    },
  ),
  'nothing-told': page(
    { zh: '没有填写任何一项', en: 'Nothing was answered' },
    { zh: '补充核查事项时至少回答一项。', en: 'At least one question is answered.' },
    { zh: '回答已经查清的事项。', en: 'Answer what has been found out.' },
  ),
  'venue-added': page(
    { zh: '场所已登记', en: 'The venue is recorded' },
    { zh: '同一次公示在同一场所只登记一次。', en: 'A notice is recorded once in each venue.' },
    { zh: '无需再登记。', en: 'Nothing is to be done.' },
  ),
  'venue-not-shown': page(
    { zh: '没有在该场所展示', en: 'Not shown there' },
    {
      zh: '这次公示没有登记该场所；核实后重新公示的，各场所都要重新展示。',
      en: 'This notice is not recorded there; after a finding every venue shows it afresh.',
    },
    { zh: '先登记公示场所。', en: 'Record the venue first.' },
  ),
  'venue-ended': page(
    { zh: '该场所已结束', en: 'It has ended there' },
    { zh: '该场所的公示已登记结束。', en: 'The end of the notice there is recorded already.' },
    { zh: '无需再登记。', en: 'Nothing is to be done.' },
  ),
  'venue-ended-early': page(
    { zh: '结束早于开始', en: 'Ended before it began' },
    { zh: '最后展示日不能早于展示起始日。', en: 'The last day shown cannot lie before the first.' },
    { zh: '核对截图或证明后重新填写。', en: 'Compare the proof and fill in again.' },
  ),
  'recusal-missing': page(
    { zh: '应回避人员未列入名单', en: 'Somebody did not recuse' },
    {
      zh: '上会安排中应回避的人员不在回避名单中。',
      en: 'A person named for recusal is not on the list of those who left.',
    },
    {
      zh: '核对会议记录；没有回避的，如实填写。',
      en: 'Compare the minutes; where somebody stayed, say so.',
    },
  ),
  'step-not-taken': page(
    { zh: '这一步尚未办理', en: 'That step was not taken' },
    { zh: '没有办理过的步骤不需要重新办理。', en: 'What was not taken need not be taken anew.' },
    { zh: '直接办理该步骤。', en: 'Take the step.' },
  ),
}
