import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { contractKindWords, modeWords, registrationWords } from '../contracts/index.ts'
import type { UnregisteredLineWire } from './unregistered.wire.ts'

const said = (
  words: Readonly<Record<string, Record<Lang, string>>>,
  of: string | null,
  lang: Lang,
) => (of === null ? null : (words[of]?.[lang] ?? of))

/** The list as a sheet, in one language. */
export function unregisteredColumns(lang: Lang): Column<UnregisteredLineWire>[] {
  const { text, day, money } = columnsIn<UnregisteredLineWire>(lang)
  return [
    text('合同编号', 'Contract', ({ number }) => number),
    text('合同名称', 'Title', ({ title }) => title),
    text('合作主体', 'Counterparty', ({ counterparty }) => counterparty),
    text('类型', 'Kind', ({ kind }) => said(contractKindWords, kind, lang)),
    text('转化方式', 'Mode', ({ mode }) => said(modeWords, mode, lang)),
    day('签订日期', 'Signed on', ({ signedOn }) => signedOn),
    money('合同金额', 'Amount', ({ amountFen }) => amountFen),
    text('登记情况', 'Registration', ({ registration }) =>
      said(registrationWords, registration ?? 'unregistered', lang),
    ),
    text('未登记不能适用的优惠', 'Reliefs that ask for it', ({ reliefs }) =>
      reliefs.map(({ title }) => title[lang]).join(lang === 'zh' ? '、' : '; '),
    ),
    // A sum of which a part is not known is not known.
    money('因此多缴税额（估算）', 'Tax it costs (estimate)', ({ reliefs }) => {
      const sums = reliefs.flatMap(({ savesFen }) => (savesFen === null ? [] : BigInt(savesFen)))
      const isKnown = sums.length === reliefs.length && sums.length > 0
      return isKnown ? `${sums.reduce((all, one) => all + one, 0n)}` : null
    }),
    text('其中无法估算的优惠', 'Reliefs not to be estimated', ({ reliefs }) =>
      reliefs
        .filter(({ savesFen }) => savesFen === null)
        .map(({ title }) => title[lang])
        .join(lang === 'zh' ? '、' : '; '),
    ),
    money('尚未发放奖励的到账', 'Receipts whose reward waits', ({ waitingFen }) => waitingFen),
    day('优惠最后发放日', 'Last day of the relief', ({ lastDay }) => lastDay),
  ]
}
