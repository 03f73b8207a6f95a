import { addDays, addMonths, type Day } from '@yizhuan/kit'
import { blankContract, enterContracts } from '../../modules/contracts/index.ts'
import { blankReceipt, enterReceipts } from '../../modules/proceeds/index.ts'
import {
  agreeTerms,
  draftInvoice,
  issueInvoice,
  matchReceipt,
  reachMilestone,
  recordStatement,
} from '../../modules/receivables/index.ts'
import { asSystem, type Caller, type Tx } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { accepted, holder } from './acting.ts'
import type { Hospital } from './province.ts'

// Two contracts whose money is followed: one with every kind of payment, one in a foreign currency.

const source = '演示台账'

/** Enters what a hospital is owed; only the first hospital has its terms written down. */
export async function loadReceivables(context: Context, hospital: Hospital): Promise<void> {
  if (hospital.code !== 'a') return
  await asSystem(context.db, hospital.id, async (tx) => {
    await licence(tx, context, hospital)
    await abroad(tx, context, hospital)
  })
}

/** A licence: paid down, in part overdue, with a milestone, a running royalty and shares. */
async function licence(tx: Tx, { clock }: Context, hospital: Hospital): Promise<void> {
  const [officer, finance] = [holder(hospital, 'officer'), holder(hospital, 'finance')]
  const today = clock.today()
  const signed = addMonths(today, -15)
  const contract = await enter(tx, clock, officer, {
    ...{ number: `HT-${signed.slice(0, 4)}-31（演示）`, mode: 'license', exclusivity: 'sole' },
    ...{ title: '“居家康复步态监测鞋垫”排他许可合同', amountFen: '260000000' },
    ...{ counterparty: '粤岭康健器械有限公司（虚构）', signedOn: signed },
    ...{ termFrom: signed, termTo: addMonths(signed, 96), territory: '中国内地' },
    rightsGranted: '制造、使用、销售、许诺销售；经许可人书面同意方可再许可',
    field: '居家康复与社区慢病随访',
    keyTerms: '被许可方每半年报告开发进展；改进成果归完成方；许可人享有每年一次的查账权',
  })
  const royaltyFrom = addMonths(signed, 1)
  const day = (months: number, days = 0) => addDays(addMonths(signed, months), days)
  const fixed = (key: string, label: string, minor: string, dueOn: Day) => ({
    ...{ key, kind: 'fixed' as const, label, minor, dueOn },
  })
  accepted(
    await agreeTerms(tx, clock, officer, contract, {
      ...{ currency: 'CNY', planRate: null, effectiveOn: signed, reason: null, files: [] },
      terms: [
        fixed('t1', '签约首付款', '60000000', day(0, 20)),
        fixed('t2', '技术资料交付款', '80000000', day(6)),
        fixed('t3', '样机验收款', '40000000', day(13)),
        fixed('t4', '许可满两年付款', '50000000', day(24)),
        { key: 't5', kind: 'milestone', label: '取得注册检验报告', minor: '20000000', days: 30 },
        { key: 't6', kind: 'milestone', label: '取得医疗器械注册证', minor: '60000000', days: 30 },
        {
          ...{ key: 't7', kind: 'royalty', label: '销售提成' },
          royalty: {
            bands: [
              { upTo: '500000000', rate: '4%' },
              { upTo: null, rate: '2.5%' },
            ],
            ...{ counts: 'life', minimum: '5000000', every: 12 },
            ...{ from: royaltyFrom, to: addDays(addMonths(royaltyFrom, 48), -1) },
            ...{ statementDays: 30, payDays: 60 },
          },
        },
        { key: 't8', kind: 'equity', label: '股权对价', words: '被许可方 3% 股权（演示）' },
      ],
    }),
  )
  accepted(
    await reachMilestone(tx, clock, officer, contract, {
      ...{ term: 't5', reachedOn: day(9), words: '第三方检验机构出具合格报告（演示）', files: [] },
    }),
  )
  accepted(
    await recordStatement(tx, clock, officer, contract, {
      ...{ term: 't7', periodFrom: royaltyFrom, base: '218650000', stated: '8746000' },
      ...{ receivedOn: day(14), words: '被许可方年度销售报表（演示）', files: [] },
    }),
  )
  const owed = await owedBy(tx, hospital.id, contract)
  const first = owed.find(({ term }) => term === 't1')?.id ?? ''
  const second = owed.find(({ term }) => term === 't2')?.id ?? ''
  const invoice = accepted(
    await draftInvoice(tx, clock, finance, contract, {
      ...{
        lines: [{ receivable: first, fen: '60000000', minor: null }],
        vatRate: '6%',
        vatReason: null,
      },
      ...{ buyer: null, remark: null },
    }),
  )
  const number = '26440000000000310001'
  const issued = { number, issuedOn: day(0, 10), vatReason: null, files: [] }
  accepted(await issueInvoice(tx, clock, finance, invoice.id, issued))
  const [one = '', other = ''] = await receive(tx, clock, finance, contract, [
    ['60000000', day(0, 18)],
    ['50000000', day(6, 12)],
    ['12000000', day(14, 20)],
  ])
  accepted(await matchReceipt(tx, clock, finance, one, [{ receivable: first, minor: '60000000' }]))
  accepted(
    await matchReceipt(tx, clock, finance, other, [{ receivable: second, minor: '50000000' }]),
  )
}

/** An assignment abroad, in dollars: its second instalment is still to come. */
async function abroad(tx: Tx, { clock }: Context, hospital: Hospital): Promise<void> {
  const officer = holder(hospital, 'officer')
  const today = clock.today()
  const signed = addMonths(today, -5)
  const contract = await enter(tx, clock, officer, {
    ...{ number: `HT-${signed.slice(0, 4)}-44（演示）`, mode: 'license', exclusivity: 'plain' },
    ...{ title: '“眼底影像分层标注工具”境外普通许可合同', signedOn: signed },
    ...{ counterparty: 'Harbourline Imaging Ltd（虚构）', territory: '新加坡、马来西亚' },
    ...{ termFrom: signed, termTo: addMonths(signed, 60), field: '眼底筛查软件' },
    ...{ rightsGranted: '使用与嵌入销售，不得再许可', amountFen: '28400000' },
  })
  const fixed = (key: string, label: string, minor: string, dueOn: Day) => ({
    ...{ key, kind: 'fixed' as const, label, minor, dueOn },
  })
  accepted(
    await agreeTerms(tx, clock, officer, contract, {
      ...{ currency: 'USD', planRate: '7.1', effectiveOn: signed, reason: null, files: [] },
      terms: [
        fixed('t1', '首期许可费', '1500000', addMonths(signed, 1)),
        fixed('t2', '第二期许可费', '2500000', addMonths(signed, 9)),
      ],
    }),
  )
  await receive(tx, clock, officer, contract, [['10681500', addDays(addMonths(signed, 1), 6)]])
}

async function enter(
  tx: Tx,
  clock: Context['clock'],
  by: Caller,
  fields: Partial<typeof blankContract> & { readonly title: string },
): Promise<string> {
  const contract = {
    ...{ ...blankContract, kind: 'transfer' as const, status: 'performing' as const },
    ...{ pricing: 'agreement' as const, ...fields },
  }
  const [id = ''] = await enterContracts(tx, clock, by, [
    { fields: contract, achievements: [], source },
  ])
  return id
}

async function receive(
  tx: Tx,
  clock: Context['clock'],
  by: Caller,
  contractId: string,
  lines: readonly (readonly [string, Day])[],
): Promise<readonly string[]> {
  const receipts = lines.map(([amountFen, receivedOn], at) => ({
    fields: { ...blankReceipt, contractId, amountFen, receivedOn, instalment: `第 ${at + 1} 笔` },
    source,
  }))
  return enterReceipts(tx, clock, by, receipts)
}

function owedBy(tx: Tx, institution: string, contract: string) {
  return tx
    .selectFrom('receivable')
    .select(['id', 'term'])
    .where('institutionId', '=', institution)
    .where('contractId', '=', contract)
    .execute()
}
