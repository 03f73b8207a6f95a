import { modules } from '../../modules/index.ts'
import { createAccount } from '../../platform/account.ts'
import { asSystem } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { loadAssets } from './assets.ts'
import { loadBonuses } from './bonuses.ts'
import { loadCases, loadOtherCases } from './cases.ts'
import { chance } from './chance.ts'
import { loadClosing } from './closing.ts'
import { loadContractTexts } from './contract-texts.ts'
import { loadDocket } from './docket.ts'
import { loadEquity } from './equity.ts'
import { loadFunds } from './funds.ts'
import { loadHouse } from './house.ts'
import { loadInventions } from './inventions.ts'
import { loadOutside } from './outside.ts'
import { loadOwnRules } from './own-rules.ts'
import { loadPayouts } from './payouts.ts'
import { offices } from './people.ts'
import { type Hospital, province } from './province.ts'
import { loadReceivables } from './receivables.ts'
import { loadRegisters } from './registers.ts'
import { loadRegistrations } from './registrations.ts'
import { loadStaff } from './staff.ts'
import { loadStock } from './stock.ts'
import { loadTalk } from './talk.ts'
import { loadTaxes } from './taxes.ts'
import { loadTrust } from './trust.ts'

/**
 * Loads the demonstration province through the commands people use; a second call adds nothing.
 *
 * @returns the sign-ins to print. Their passwords come from the secret of this installation, so no
 * two installations share one.
 */
export async function loadDemo(context: Context): Promise<readonly string[]> {
  const dice = chance(20_260_115)
  const hospitals = province(dice)
  for (const hospital of hospitals) {
    if (await isLoaded(context, hospital)) continue
    await openHospital(context, hospital)
    const inventions = await loadInventions(context, hospital)
    await loadCases(context, hospital, inventions, dice)
    await loadOtherCases(context, hospital, inventions)
    await loadEquity(context, hospital)
    await loadRegisters(context, hospital, inventions)
    await loadReceivables(context, hospital)
    await loadRegistrations(context, hospital)
    await loadTaxes(context, hospital)
    await loadDocket(context, hospital)
    await loadBonuses(context, hospital)
    await loadFunds(context, hospital)
    await loadAssets(context, hospital, inventions)
    await loadHouse(context, hospital)
    await loadContractTexts(context, hospital)
    await loadTrust(context, hospital)
    await loadOutside(context, hospital)
    // The accounts come last: a load that was cut short is visible by their absence.
    await openAccounts(context, hospital)
    // Who is asked when stock is taken is known by their accounts.
    await loadStock(context, hospital)
    // Who pays and who approves is known by their accounts as well.
    await loadPayouts(context, hospital, inventions)
    // A month is closed when everything of it is there.
    await loadClosing(context, hospital)
    // Only those with an account are spoken to.
    await loadTalk(context, hospital, inventions)
  }
  return hospitals.flatMap((hospital) => [
    `  ${hospital.name}`,
    ...offices.map(({ login, roles }) => {
      const name = `${hospital.code}-${login}`
      return `    ${name.padEnd(14)} ${passwordOf(context, name)}  ${roles.join(', ')}`
    }),
  ])
}

/** A hospital with its staff and its own rules, and no work yet. */
export async function openHospital(context: Context, hospital: Hospital): Promise<void> {
  await found(context, hospital)
  await loadStaff(context, hospital)
  await loadOwnRules(context, hospital)
}

async function isLoaded({ db }: Context, hospital: Hospital): Promise<boolean> {
  const row = await db
    .selectFrom('institution')
    .select('id')
    .where('id', '=', hospital.id)
    .executeTakeFirst()
  return row !== undefined
}

async function found({ db, clock }: Context, { id, name, people }: Hospital): Promise<void> {
  await asSystem(db, id, async (tx) => {
    await tx.insertInto('institution').values({ id, name }).execute()
    const [chief] = people
    if (!chief) throw new TypeError('A hospital of the demonstration has people.')
    const founding = {
      institution: id,
      institutionName: name,
      person: chief.id,
      personName: chief.name,
      at: clock.now(),
    }
    for (const module of modules) await module.found?.(tx, founding)
  })
}

/** The sign-ins of those who hold an office. */
export async function openAccounts(
  context: Context,
  { id, code, people }: Hospital,
): Promise<void> {
  const [admin] = people
  if (!admin) throw new TypeError('A hospital of the demonstration has an administrator.')
  const by = { person: admin.id, name: admin.name, at: context.clock.now() }
  const from = context.clock.today()
  for (const [index, { login, roles }] of offices.entries()) {
    const holder = people[index]
    if (!holder) throw new TypeError(`Nobody holds the office ${login}.`)
    await createAccount(context.db, context.clock, context.config.signIn, {
      login: `${code}-${login}`,
      password: passwordOf(context, `${code}-${login}`),
      name: holder.name,
      institution: id,
      person: holder.id,
      roles,
      grants: { list: roles.map((role) => ({ role, from, to: null, reason: null })), by },
    })
  }
}

function passwordOf({ keys }: Context, login: string): string {
  return `demo-${keys.blindIndex(login, 'demo password').slice(0, 10)}`
}
