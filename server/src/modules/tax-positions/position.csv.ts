import { type Day, dayInChina, type Fen, type Lang, type Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { Tx } from '../../platform/database.ts'
import { besideOf } from './beside.queries.ts'
import { contractsTaxed } from './position.queries.ts'
import { contractTaxOf } from './position.view.ts'
import type { ContractTaxWire, PositionWire } from './position.wire.ts'
import { atOnce, taxCasesOf } from './tax-case.queries.ts'

/** A position of a contract, as a line of the sheet. */
interface PositionLine extends PositionWire {
  readonly contract: ContractTaxWire
}

/** The positions of every contract that may have one, contract by contract. */
export async function* allPositions(
  tx: Tx,
  institution: string,
  today: Day,
): AsyncIterable<PositionLine> {
  const ids = (await contractsTaxed(tx, institution)).map(({ id }) => id)
  for (let from = 0; from < ids.length; from += atOnce) {
    const part = ids.slice(from, from + atOnce)
    const taxed = await taxCasesOf(tx, institution, part, today)
    const beside = await besideOf(tx, institution, part, today)
    for (const id of part) {
      const found = taxed.get(id)
      if (!found) continue
      const contract = contractTaxOf(found, beside, today, 0n as Fen)
      for (const position of contract.positions) yield { ...position, contract }
    }
  }
}

const canWords: Readonly<Record<PositionWire['can'], Words>> = {
  yes: { zh: '条件已齐', en: 'Every gate is met' },
  no: { zh: '不能适用', en: 'Cannot be claimed' },
  unknown: { zh: '尚不明确', en: 'Not known yet' },
}

const claimWords: Readonly<Record<'yes' | 'no', Words>> = {
  yes: { zh: '适用', en: 'Claimed' },
  no: { zh: '不适用', en: 'Declined' },
}

/** The positions as a sheet, in one language; what is estimated says so. */
export function positionColumns(lang: Lang): Column<PositionLine>[] {
  const { text, day, money, number } = columnsIn<PositionLine>(lang)
  const sum = (one: PositionLine, what: 'baseFen' | 'withoutFen' | 'withFen') =>
    one.estimate
      ? `${one.estimate.lines.reduce((all, line) => all + BigInt(line[what]), 0n)}`
      : null
  const isOpen = (state: string) => state === 'open' || state === 'unknown'
  return [
    text('合同编号', 'Contract', ({ contract }) => contract.number),
    text('合同名称', 'Title', ({ contract }) => contract.title),
    day('认定登记日', 'Registered on', ({ contract }) => contract.registeredOn),
    text('优惠', 'Relief', ({ title }) => title[lang]),
    text('纳税人', 'Taxpayer', ({ taxpayer }) => taxpayer[lang]),
    text('能否适用', 'Can be claimed', ({ can }) => canWords[can][lang]),
    number('已满足条件', 'Gates met', ({ gates }) => gates.filter((g) => g.state === 'met').length),
    text('未满足或待确认', 'Open or not known', ({ gates }) =>
      gates
        .filter(({ state }) => isOpen(state))
        .map(({ title }) => title[lang])
        .join(lang === 'zh' ? '、' : '; '),
    ),
    text('决定', 'Decision', ({ claimed }) =>
      claimed === null ? null : claimWords[claimed ? 'yes' : 'no'][lang],
    ),
    text('依据', 'What it rests on', ({ determination }) => determination?.words),
    text('决定人', 'Decided by', ({ determination }) => determination?.by),
    day(
      '决定日',
      'Decided on',
      ({ determination }) => determination && dayInChina(determination.at),
    ),
    money('计税基础（估算）', 'Base (estimate)', (one) => sum(one, 'baseFen')),
    money('不适用时税额（估算）', 'Tax without it (estimate)', (one) => sum(one, 'withoutFen')),
    money('适用时税额（估算）', 'Tax with it (estimate)', (one) => sum(one, 'withFen')),
    money(
      '年度免税额度已由其他合同使用（估算）',
      'Exempt amount used by others (estimate)',
      (one) => {
        const exempt = one.estimate?.lines.flatMap((line) => line.exempt ?? []) ?? []
        return exempt.length === 0
          ? null
          : `${exempt.reduce((all, { usedFen }) => all + BigInt(usedFen), 0n)}`
      },
    ),
  ]
}
