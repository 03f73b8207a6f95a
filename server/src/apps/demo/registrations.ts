import { addDays, addMonths, type Day } from '@yizhuan/kit'
import { blankContract, enterContracts } from '../../modules/contracts/index.ts'
import { blankReceipt, enterReceipts } from '../../modules/proceeds/index.ts'
import {
  amendForm,
  drawVerification,
  formIn,
  startRegistration,
  takeStep,
  verifyIncome,
} from '../../modules/registrations/index.ts'
import { asSystem, type Caller, type Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import type { Context } from '../../platform/module.ts'
import { accepted, holder } from './acting.ts'
import type { Hospital } from './province.ts'

// Contracts at the registrar: one registered with income verified, one refused once and handed in again, and
// one in every other state; money that waits to be linked beside them.

/** Registers contracts of the first hospital; those of cases are registered by their acts. */
export async function loadRegistrations(context: Context, hospital: Hospital): Promise<void> {
  if (hospital.code !== 'a') return
  await asSystem(context.db, hospital.id, async (tx) => {
    await licence(tx, context, hospital)
    await abroad(tx, context, hospital)
    for (const attempt of attempts) await elsewhere(tx, context, hospital, attempt)
    await waiting(tx, context, hospital)
  })
}

async function licence(tx: Tx, { clock }: Context, hospital: Hospital): Promise<void> {
  const [officer, finance] = [holder(hospital, 'officer'), holder(hospital, 'finance')]
  const contract = await contractCalled(tx, hospital, '“居家康复步态监测鞋垫”排他许可合同')
  const signed = contract.signedOn as Day
  const at = deskOf(tx, clock, officer, contract.id)
  await at.begin({
    ...{ buyerNature: '100', buyerCountry: 'CHN', buyerRegion: '440300', plan: 'province' },
    ...{ technologyFen: '252000000', investmentFen: '300000000', outputFen: '900000000' },
    ...{ ip: 'invention', payment: 'mixed' },
  })
  await at.says('submitted', addDays(signed, 6))
  await at.says('text_received', addDays(signed, 9))
  await at.says('review_begun', addDays(signed, 12))
  await at.says('registered', addDays(signed, 21), {
    ...{ number: '2025440100003117', recognisedFen: '248000000' },
  })
  const receipts = await tx
    .selectFrom('receipt')
    .select(['id', 'amountFen'])
    .where('institutionId', '=', hospital.id)
    .where('contractId', '=', contract.id)
    .orderBy('receivedOn')
    .execute()
  const [first, second] = receipts
  if (!first || !second) throw new Error('Demonstration: nothing was received.')
  const { id: list } = accepted(
    await drawVerification(tx, clock, finance, at.id(), {
      lines: [{ receipt: first.id, fen: '57000000' }],
      rewards: [
        { name: '孟知秋（演示）', fen: '26000000' },
        { name: '罗令仪（演示）', fen: '13900000' },
      ],
      remark: '扣除样机材料费 30,000.00 元（演示）',
    }),
  )
  const verified = { on: clock.today(), number: '核 2026-0117', files: [] }
  accepted(
    await verifyIncome(tx, clock, finance, { registration: at.id(), verification: list }, verified),
  )
  accepted(
    await drawVerification(tx, clock, finance, at.id(), {
      lines: [{ receipt: second.id, fen: second.amountFen ?? '0' }],
      ...{ rewards: [], remark: null },
    }),
  )
}

async function abroad(tx: Tx, { clock }: Context, hospital: Hospital): Promise<void> {
  const contract = await contractCalled(tx, hospital, '“眼底影像分层标注工具”境外普通许可合同')
  const signed = contract.signedOn as Day
  const at = deskOf(tx, clock, holder(hospital, 'officer'), contract.id)
  await at.begin({
    ...{ buyerNature: '500', buyerCountry: 'SGP', plan: 'none', ip: 'software' },
    ...{ technologyFen: '28400000', investmentFen: '0', outputFen: '0', payment: 'instalments' },
  })
  await at.says('submitted', addDays(signed, 10))
  await at.says('refused', addMonths(signed, 1), {
    words: '合同未附软件功能说明，无法判断技术内容；补充附件后可再次申请（演示）',
  })
  await at.again()
  await at.says('submitted', addMonths(signed, 2))
  await at.says('text_received', addDays(addMonths(signed, 2), 4))
}

interface Attempt {
  readonly title: string
  readonly buyer: string
  readonly kind: 'transfer' | 'consulting' | 'development'
  readonly amountFen: string
  readonly steps: readonly (readonly [step: Step['step'], days: number, words?: string])[]
}

const handedIn = [
  ['submitted', 8],
  ['text_received', 11],
  ['review_begun', 13],
] as const

/** A contract in each of the other states. */
const attempts: readonly Attempt[] = [
  {
    ...{ title: '“护理不良事件归因模型”普通许可合同', buyer: '云汀智护科技有限公司（虚构）' },
    ...{ kind: 'transfer', amountFen: '18000000', steps: [] },
  },
  {
    ...{ title: '骨科器械临床使用咨询合同', buyer: '岭岳骨科器械有限公司（虚构）' },
    ...{ kind: 'consulting', amountFen: '9500000', steps: [['submitted', 6]] },
  },
  {
    ...{ title: '“可降解吻合环”联合研制合同', buyer: '澄江生物材料有限公司（虚构）' },
    ...{ kind: 'development', amountFen: '88000000', steps: handedIn },
  },
  {
    ...{ title: '“术后镇痛泵剂量算法”许可合同', buyer: '海桐医疗电子有限公司（虚构）' },
    ...{ kind: 'transfer', amountFen: '42000000' },
    steps: [
      ...handedIn,
      ['registered', 24],
      ['changed', 60, '补充协议将许可期限延长两年，登记随之变更（演示）'],
    ],
  },
  {
    ...{ title: '“移动查房助手”许可合同', buyer: '禾穗信息技术有限公司（虚构）' },
    ...{ kind: 'transfer', amountFen: '15000000' },
    steps: [
      ...handedIn,
      ['registered', 25],
      ['terminated', 70, '双方协商终止合同，登记随之注销（演示）'],
    ],
  },
  {
    ...{ title: '“输液加温套件”实用新型转让合同', buyer: '青榕护理用品有限公司（虚构）' },
    ...{ kind: 'transfer', amountFen: '7600000' },
    steps: [
      ...handedIn,
      ['registered', 22],
      ['revoked', 75, '登记机构抽查发现附件与合同不符，撤销登记（演示）'],
    ],
  },
]

async function elsewhere(
  tx: Tx,
  { clock }: Context,
  hospital: Hospital,
  { title, buyer, kind, amountFen, steps }: Attempt,
): Promise<void> {
  const officer = holder(hospital, 'officer')
  const signedOn = addDays(clock.today(), -110)
  const mode = kind === 'transfer' ? ('license' as const) : null
  const [contract = ''] = await enterContracts(tx, clock, officer, [
    {
      fields: {
        ...{ ...blankContract, kind, title, mode, counterparty: buyer, amountFen, signedOn },
        ...{ termFrom: signedOn, termTo: addMonths(signedOn, 36), status: 'performing' as const },
      },
      ...{ achievements: [], source: '演示台账' },
    },
  ])
  const at = deskOf(tx, clock, officer, contract)
  if (steps.length === 0) return await at.again()
  const forecast = kind === 'transfer' ? { investmentFen: '0', outputFen: '0' } : {}
  await at.begin({
    ...{ buyerNature: '100', buyerCountry: 'CHN', buyerRegion: '440100', plan: 'none' },
    ...{ technologyFen: amountFen, ip: 'know_how', payment: 'once', ...forecast },
  })
  for (const [say, days, words = null] of steps) {
    const number = say === 'registered' ? `20264401000${amountFen.slice(0, 5)}` : null
    await at.says(say, addDays(signedOn, days), { words, number })
  }
}

/** A refund that may be of several receipts, and a receipt whose ledger forgot its contract. */
async function waiting(tx: Tx, { clock }: Context, hospital: Hospital): Promise<void> {
  const contract = await contractCalled(tx, hospital, '“居家康复步态监测鞋垫”排他许可合同')
  const receivedOn = addDays(clock.today(), -3)
  const base = { ...blankReceipt, receivedOn }
  await enterReceipts(tx, clock, holder(hospital, 'finance'), [
    {
      fields: { ...base, contractId: contract.id, amountFen: '-5000000', voucher: '退 2026-0031' },
      source: '演示台账',
    },
    {
      fields: {
        ...{ ...base, payer: attempts[1]?.buyer ?? null, amountFen: '9500000' },
        voucher: '收 2026-1022',
      },
      source: '演示台账',
    },
  ])
}

type Step = Parameters<typeof takeStep>[4]

/** An officer at the registrar with one contract. */
function deskOf(tx: Tx, clock: Context['clock'], by: Caller, contract: string) {
  const { institution } = by
  let id = ''
  const seq = async () => (await headOf(tx, { institution, name: `registration/${id}` })).seq
  const again = async () => {
    id = accepted(await startRegistration(tx, clock, by, contract)).id
  }
  return {
    again,
    id: () => id,
    async begin(given: Readonly<Record<string, string>>): Promise<void> {
      await again()
      const row = await tx
        .selectFrom('registration')
        .selectAll()
        .where('institutionId', '=', institution)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      const filled = { sellerRegion: '440100', registrar: '示例市技术市场（虚构）', ...given }
      const order = { form: { ...formIn(row), ...filled }, expectedSeq: await seq() }
      accepted(await amendForm(tx, clock, by, id, order))
    },
    async says(step: Step['step'], on: Day, given: Partial<Step> = {}): Promise<void> {
      const nothing = { words: null, files: [], number: null, registrar: null, recognisedFen: null }
      const told = { ...nothing, step, on, expectedSeq: await seq(), ...given }
      accepted(await takeStep(tx, clock, by, id, told))
    },
  }
}

function contractCalled(tx: Tx, { id }: Hospital, title: string) {
  return tx
    .selectFrom('contract')
    .select(['id', 'signedOn'])
    .where('institutionId', '=', id)
    .where('title', '=', title)
    .executeTakeFirstOrThrow()
}
