// What an act of a procedure made of steps gets wrong in its own data, explained to who filled it in.
import type { ProblemPage, ProblemPages } from '../../platform/problem.refusals.ts'

type Pair = readonly [zh: string, en: string]

function page([zh, en]: Pair, [meaningZh, meaningEn]: Pair, [todoZh, todoEn]: Pair): ProblemPage {
  return {
    status: 409,
    title: { zh, en },
    meaning: { zh: `${meaningZh}没有写入任何内容。`, en: `${meaningEn} Nothing was written.` },
    todo: { zh: todoZh, en: todoEn },
    facts: { act: { zh: '被拒绝的行为', en: 'the act that was refused' } },
  }
}

export const problems: ProblemPages = {
  'member-named-twice': page(
    ['成员重复', 'A member stands there twice'],
    ['团队名单中同一姓名出现两次。', 'The list of the team has one name twice.'],
    [
      '删去重复的一行；确是同名的，在姓名后注明以区分。',
      'Remove one line, or tell namesakes apart.',
    ],
  ),
  'not-as-published': page(
    ['与公示的不一致', 'Not as published'],
    [
      '填写的份额或期限与申请、公示的不同；公示过的内容不能在签订时改动。',
      'The share or the term differs from what was applied for and published.',
    ],
    [
      '按公示的填写；确需改动的，重新申请、决策并公示。',
      'Fill in what was published; to change it, apply, decide and publish again.',
    ],
  ),
  'not-as-decided': page(
    ['与集体决策的不一致', 'Not as decided'],
    [
      '填写的延长期限与集体决策同意的不同。',
      'The new last day differs from what the leadership decided.',
    ],
    [
      '按集体决策的期限填写；确需改动的，重新评估并决策。',
      'Fill in what was decided; to change it, assess and decide again.',
    ],
  ),
  'price-not-paid': page(
    ['价款尚未付清', 'The price is not paid'],
    [
      '留存份额的价款未按约付清，不能登记完成人取得全部所有权。',
      'The price of the retained share is not paid as agreed.',
    ],
    ['付清并取得凭证后再登记。', 'Record it once the price is paid.'],
  ),
  'consent-agreed': page(
    ['再许可须经同意', 'The agreement asks for consent'],
    [
      '赋权协议约定再许可须经单位同意，而填写的是未同意。',
      'The agreement asks for the consent of the institution, which was not given.',
    ],
    ['先取得单位书面同意。', 'Obtain the written consent first.'],
  ),
  'declared-late': page(
    ['日期不符', 'The days do not fit'],
    ['申报截止日早于企业成立日。', 'The last day to declare lies before the founding.'],
    ['核对两个日期。', 'Compare the two days.'],
  ),
  'no-extension': page(
    ['没有延长', 'That extends nothing'],
    ['申请的届满日不晚于现届满日。', 'The day asked for is not after the present last day.'],
    ['填写晚于现届满日的日期。', 'Name a later day.'],
  ),
}
