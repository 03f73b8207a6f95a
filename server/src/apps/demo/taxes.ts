import { type Day, daysBetween } from '@yizhuan/kit'
import { answerQuestion, claimRelief } from '../../modules/tax-positions/index.ts'
import { asSystem, type Caller, type Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import type { Context } from '../../platform/module.ts'
import { accepted } from './acting.ts'
import { offices } from './people.ts'
import type { Hospital } from './province.ts'

// Positions on tax of the first hospital: one claimed with every gate answered, one not settled yet.

type Answers = readonly (readonly [string, boolean | string])[]

/** Answers what the law asks of reliefs, as finance would. */
export async function loadTaxes(context: Context, hospital: Hospital): Promise<void> {
  if (hospital.code !== 'a') return
  const { clock } = context
  await asSystem(context.db, hospital.id, async (tx) => {
    const [licence] = await tx
      .selectFrom('contract')
      .select('id')
      .where('institutionId', '=', hospital.id)
      .where('title', '=', '“居家康复步态监测鞋垫”排他许可合同')
      .execute()
    if (licence) {
      const at = finance(tx, clock, hospital, licence.id)
      await at.answers('cash_reward', [
        ['resultKindListed', true],
        ['contributionProven', true],
        ['rewardAccountsSeparate', true],
      ])
      await at.answers('vat_exemption', [['vatAccountsSeparate', true]])
    }
    // The days of the notice are those of the case's own: the first whose list was up for long enough is claimed.
    for (const { id, paidOn } of await paidContracts(tx, hospital)) {
      const at = finance(tx, clock, hospital, id)
      await at.answers('cash_reward', [
        ['taxReliefConfirmed', true],
        ['resultKindListed', true],
        ['cashNoticeComplete', true],
        ['contributionProven', true],
        ['rewardAccountsSeparate', true],
        ['cashReliefFiledOn', paidOn],
      ])
      if (await at.claims('cash_reward', '主管税务机关书面答复可以适用，已按期备案（演示）')) return
    }
  })
}

/** Licences and assignments whose reward was paid after their contract was registered. */
async function paidContracts(tx: Tx, { id }: Hospital) {
  const rows = await tx
    .selectFrom('contract')
    .innerJoin('receipt', (join) =>
      join
        .onRef('receipt.institutionId', '=', 'contract.institutionId')
        .onRef('receipt.contractId', '=', 'contract.id'),
    )
    .select(['contract.id', 'contract.registeredOn', 'receipt.paidOn'])
    .where('contract.institutionId', '=', id)
    .where('contract.registration', '=', 'registered')
    .where('contract.mode', 'in', ['assignment', 'license'])
    .where('contract.caseId', 'is not', null)
    .where('receipt.paidOn', 'is not', null)
    .orderBy('contract.id')
    .execute()
  const isInOrder = (paidOn: string | null, registeredOn: string | null) =>
    paidOn !== null && registeredOn !== null && daysBetween(registeredOn as Day, paidOn as Day) > 0
  return rows.flatMap(({ id: one, paidOn, registeredOn }) =>
    isInOrder(paidOn, registeredOn) ? [{ id: one, paidOn: paidOn as Day }] : [],
  )
}

type Regime = Parameters<typeof claimRelief>[3]['regime']

function finance(tx: Tx, clock: Context['clock'], { id, people }: Hospital, contract: string) {
  const index = offices.findIndex(({ login }) => login === 'finance')
  const [person, office] = [people[index], offices[index]]
  if (!person || !office) throw new TypeError('Nobody holds the office finance.')
  const { id: one, name } = person
  const by: Caller = {
    ...{ institution: id, person: one, account: one, name, roles: office.roles, lang: 'zh' },
  }
  const seq = async (regime: Regime) =>
    (await headOf(tx, { institution: id, name: `tax/${contract}/${regime}` })).seq
  return {
    async answers(regime: Regime, answers: Answers): Promise<void> {
      for (const [fact, value] of answers) {
        const given = { fact, value, words: null, files: [], expectedSeq: await seq(regime) }
        accepted(await answerQuestion(tx, clock, by, { contract, regime }, given))
      }
    },
    async claims(regime: Regime, words: string): Promise<boolean> {
      const given = { claimed: true, words, files: [], expectedSeq: await seq(regime) }
      const outcome = await claimRelief(tx, clock, by, { contract, regime }, given)
      return outcome.kind === 'accepted'
    },
  }
}
