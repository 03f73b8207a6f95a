import { addDays, addMonths, type Day } from '@yizhuan/kit'
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
import { offices } from './people.ts'
import type { Hospital } from './province.ts'

// Two contracts at the registrar: one registered with income verified, one refused once and handed in again.

/** Registers contracts of the first hospital; those of cases are registered by their acts. */
export async function loadRegistrations(context: Context, hospital: Hospital): Promise<void> {
  if (hospital.code !== 'a') return
  await asSystem(context.db, hospital.id, async (tx) => {
    await licence(tx, context, hospital)
    await abroad(tx, context, hospital)
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

function accepted<Value>(
  outcome: { kind: 'accepted'; value: Value } | { kind: 'refused'; refusal: { code: string } },
): Value {
  if (outcome.kind === 'refused') throw new Error(`Demonstration: ${outcome.refusal.code}`)
  return outcome.value
}

function holder({ id, people }: Hospital, login: string): Caller {
  const index = offices.findIndex((office) => office.login === login)
  const person = people[index]
  const office = offices[index]
  if (!person || !office) throw new TypeError(`Nobody holds the office ${login}.`)
  const { id: one, name } = person
  return { institution: id, person: one, account: one, name, roles: office.roles, lang: 'zh' }
}
