// The list of what must not be, for results and for conduct (sh-pilot-exemption#1-1/a7.p1), as it is
// gone through for one person.
import { z } from 'zod'
import { flag, line, text } from '../procedure/fields.ts'
import type { CaseFacts } from '../procedure/procedure.ts'

const bans = {
  ethicsBreached: flag('违反科学道德、伦理或职业道德', 'Ethics were breached'),
  secrecyBreached: flag('违反技术保密要求', 'Secrecy was breached'),
  foundedWithoutConsent: flag('未经允许创办企业', 'A firm was founded without consent'),
  resultsAppropriated: flag('侵占职务成果、资料或数据', 'The achievement was taken'),
  othersResultsTaken: flag('侵占他人成果', 'The achievement of another was taken'),
  transferObstructed: flag('利用职务干扰转化', 'The transfer was obstructed'),
  keyTechnologyLeaked: flag('擅自披露、使用或转让关键技术', 'Key technology was leaked'),
  dutyNeglected: flag('玩忽职守', 'The duty was neglected'),
  illegalGain: flag('牟取非法利益', 'Illegal gain was sought'),
  giftsTaken: flag('索要或收受财物', 'Gifts were taken'),
  paidServicesGiven: flag('违规提供有偿服务', 'Paid services were given'),
  kinFavoured: flag('为亲属等提供便利', 'Kin were favoured'),
  ownProductEntered: flag('转化后的产品进入本单位', 'The product came into the institution'),
  ownProductAbused: flag('产品进院存在滥用职权', 'There was abuse when it came in'),
  ownProductDisclosed: flag('产品进院已披露并回避', 'Its origin was disclosed, with recusal'),
  recusalObserved: flag('应回避的已回避', 'Recusals were observed'),
} as const

export const conductData = z.strictObject({
  name: line('当事人', 'Person concerned'),
  resultBarred: flag(
    '成果涉及国家利益、秘密、伦理或权属禁止情形',
    'The achievement itself is barred from transfer',
  ),
  ...bans,
  violationSuspected: flag('发现违纪违法线索', 'A violation is suspected'),
  report: text('核查情况', 'What was looked into'),
})

/** The answers for one person in the words of the law. */
export function conductFacts(screening: z.infer<typeof conductData> | undefined): CaseFacts {
  if (!screening) return {}
  const answers = Object.keys(bans) as (keyof typeof bans)[]
  return Object.fromEntries(answers.map((ban) => [ban, screening[ban]]))
}
