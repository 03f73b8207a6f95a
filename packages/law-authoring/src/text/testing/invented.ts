import { toChinese } from '@yizhuan/law'

// An ordinance of a town that does not exist, about lamps: long and short paragraphs, items that run
// over lines, cross-references that may stand at the head of a line, Latin words.

const CLAUSES: readonly string[] = [
  '为了使路灯长明，方便行人夜间往来，根据本镇章程，制定本办法。',
  '本办法所称路灯，是指立于街巷、桥梁和码头，供公众照明之用的灯具及其灯杆、线路和配电箱。',
  '灯务所应当于每季首月巡查全部路灯，并将巡查结果登记在册；发现损坏的，应当自登记之日起＃日内修复。\n经两次修复仍不能点亮的，依照第二条所列范围整组更换。',
  '下列灯具不得拆除：\n（一）立于桥头、码头和第＃学堂门前的；\n（二）登记在册未满三年，且由居民捐资设立，捐资人没有书面表示同意迁移或者拆除的；\n（三）灯杆内配有可以从远处调节亮度和点灯时刻的 electronic ballast 的。',
  '居民可以向灯务所申请增设路灯。申请应当写明：\n（一）地点；\n（二）理由，包括：\n1．夜间往来人数；\n2．最近＃盏路灯的距离。\n灯务所依照第四条和第五条办理，并在二十日内答复。',
  '灯油和电费由镇库支付，其中捐资部分不低于百分之三十。',
]

/** No two articles say the same, or a line could stand twice for no other reason. */
const clauseOf = (n: number): string =>
  (CLAUSES[(n - 1) % CLAUSES.length] ?? '').replaceAll('＃', toChinese(n))

/** The ordinance with so many articles, one paragraph a line. */
export function lampOrdinance(articles: number): string {
  const lines = ['示例镇路灯管理办法', '第一章　总则']
  for (let n = 1; n <= articles; n += 1) {
    if (n === 7) lines.push('第二章　养护')
    lines.push(`第${toChinese(n)}条　${clauseOf(n)}`)
  }
  return lines.join('\n')
}
