import { chineseDay, type Day, yuanText } from '@yizhuan/kit'
import type { Composed } from '@yizhuan/procedures'
import { headOf } from '../../platform/evidence.ts'
import type { Printable } from '../../platform/printable.ts'
import { chainOf } from '../../platform/register.ts'
import { contractRegister } from '../contracts/index.ts'
import { profileOf } from '../institutions/index.ts'
import { dunningOf, type Letter, stageWords, wayWords } from './dunning.queries.ts'
import { earlierOf } from './dunning.ts'
import { inUnits } from './receivable-list.csv.ts'
import { moneyReaders } from './receivables.access.ts'
import { contractFor } from './terms.queries.ts'

/** Letters as papers: what was asked for when they were written, in the words of their stage. */
export const dunningPapers: readonly Printable[] = [
  {
    path: '/contracts/:id/dunning/:part',
    tag: 'receivables',
    access: moneyReaders,
    composed: async (tx, { institution }, { id, part = '' }) => {
      const contract = await contractFor(tx, institution, id)
      const letters = contract ? await dunningOf(tx, institution, id) : []
      const letter = letters.find((one) => one.id === part)
      if (!contract || !letter) return undefined
      const profile = await profileOf(tx, institution)
      const head = await headOf(tx, { institution, name: chainOf(contractRegister, id) })
      const proof = `依据合同记录第 ${head.seq} 条\n${head.hash}`
      const earlier = earlierOf(letter, letters)
      return letterPaper({ letter, earlier, contract, institution: profile.name, proof })
    },
  },
]

const urging: Readonly<Record<number, string>> = {
  1: '上列款项已过约定的付款日，请核对并按期支付；已经支付的，请告知付款日期和凭证。',
  2: '请按期付清，并书面说明迟延的原因。',
  3: '逾期不付的，我单位将依合同约定和法律规定主张权利。',
}

/** Which letters asked for it before, by the record: nothing is said that was not sent. */
function askedBefore(letter: Letter, earlier: readonly Letter[]): string {
  if (letter.stage === 1 || earlier.length === 0) return ''
  const sent = earlier.map(({ stage, writtenOn, way }) => {
    const how = way === 'other' ? '' : `以${wayWords[way].zh}方式`
    return `${chineseDay(writtenOn as Day)}${how}发出《${stageWords[stage]?.zh ?? ''}》`
  })
  const asked = new Set(earlier.flatMap(({ lines }) => lines.map(({ receivable }) => receivable)))
  const isAll = letter.lines.every(({ receivable }) => asked.has(receivable))
  const what = isAll ? '上列款项' : '上列款项中未注明“首次催收”的部分'
  return `我单位已于${sent.join('、')}，催收${what}，至今未见支付。`
}

function letterPaper(of: {
  readonly letter: Letter
  readonly earlier: readonly Letter[]
  readonly contract: {
    readonly number: string | null
    readonly title: string
    readonly counterparty: string | null
  }
  readonly institution: string
  readonly proof: string
}): Composed {
  const { letter, earlier, contract, institution, proof } = of
  const asked = new Set(earlier.flatMap(({ lines }) => lines.map(({ receivable }) => receivable)))
  const isFirst = (receivable: string) => letter.stage > 1 && !asked.has(receivable)
  const line = (text: string) => ({ is: 'text' as const, runs: [{ text }], at: 'body' as const })
  const addressee = contract.counterparty
  const named = contract.number === null ? '' : `（编号${contract.number}）`
  return {
    id: `dunning/${letter.id}`,
    title: stageWords[letter.stage]?.zh ?? '催款函',
    institution,
    blocks: [
      line(`${addressee ?? '________'}：`),
      line(
        `贵方与我单位签订的《${contract.title}》${named}项下，截至${chineseDay(letter.writtenOn as Day)}，下列款项到期未付：`,
      ),
      {
        is: 'facts',
        rows: letter.lines.map(({ receivable, label, dueOn, currency, minor }) => {
          const first = isFirst(receivable) ? '（首次催收）' : ''
          const text = `${dueText(dueOn)}应付，未付${amountText(currency, minor)}${first}`
          return { name: label, runs: [{ text }] }
        }),
      },
      line(`${askedBefore(letter, earlier)}${urging[letter.stage] ?? ''}`),
      line(`请于${chineseDay(letter.payBy as Day)}前付至合同约定的账户。`),
      ...(letter.words === null ? [] : [line(letter.words)]),
      { is: 'sign', who: [`${institution}（盖章）`, chineseDay(letter.writtenOn as Day)] },
    ],
    missing:
      addressee === null
        ? [
            {
              ...{ field: 'counterparty', isByHand: false },
              label: { zh: '合作主体', en: 'Counterparty' },
            },
          ]
        : [],
    proof: letter.struckOn === null ? proof : `${proof}\n本函已于${letter.struckOn}撤销`,
    isDraft: letter.struckOn !== null,
    values: {},
  }
}

const dueText = (day: string) => (day.length === 10 ? chineseDay(day as Day) : day)

const amountText = (currency: string, minor: string) =>
  currency === 'CNY'
    ? `人民币${yuanText(BigInt(minor))}元`
    : `${currency} ${inUnits(minor, currency)}`
