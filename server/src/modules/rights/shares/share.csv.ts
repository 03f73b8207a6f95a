import { eventRules } from '@yizhuan/docket'
import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import type { FilterWords } from '../../../platform/export-note.ts'
import type { CostState, PartyRole } from './party.ts'
import type { CostShareWire } from './share.wire.ts'

const roleWords: Readonly<Record<PartyRole, Readonly<Record<Lang, string>>>> = {
  own: { zh: '本单位', en: 'This institution' },
  owner: { zh: '共有人', en: 'Co-owner' },
  licensee: { zh: '被许可人', en: 'Licensee' },
}

const stateWords: Readonly<Record<CostState, Readonly<Record<Lang, string>>>> = {
  open: { zh: '待请求', en: 'To be claimed' },
  claimed: { zh: '已请求，未收齐', en: 'Claimed, not all received' },
  settled: { zh: '已收齐', en: 'Settled' },
  over: { zh: '请求多于应分担', en: 'More claimed than owed' },
}

/** How the filters of the list are called in its sheet. */
export const costWords: FilterWords = {
  party: { name: { zh: '分担方', en: 'Party' } },
  state: { name: { zh: '状态', en: 'State' }, values: stateWords },
}

/** What others owe of paid fees, as a sheet. */
export function costColumns(lang: Lang): readonly Column<CostShareWire>[] {
  const { text, day, number, money } = columnsIn<CostShareWire>(lang)
  return [
    text('编号', 'Number', ({ number }) => number),
    text('名称', 'Title', ({ rightTitle }) => rightTitle),
    text('费用', 'Fee', ({ fee }) => eventRules[fee].words[lang]),
    number('年度', 'Year', ({ year }) => year),
    day('缴费日', 'Paid on', ({ on }) => on),
    money('缴费金额', 'Paid', ({ fen }) => fen),
    text('分担方', 'Party', ({ party }) => party),
    text('身份', 'Role', ({ role }) => role && roleWords[role][lang]),
    text('分担份额', 'Share', ({ share }) => share),
    money('应分担', 'Owed', ({ owedFen }) => owedFen),
    money('已请求', 'Claimed', ({ claimedFen }) => claimedFen),
    money('已收到', 'Received', ({ receivedFen }) => receivedFen),
    money('未收到', 'Outstanding', ({ outstandingFen }) => outstandingFen),
    text('状态', 'State', ({ state }) => stateWords[state][lang]),
  ]
}
