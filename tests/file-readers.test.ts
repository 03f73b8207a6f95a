import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../server/src/modules/index.ts'
import { type Role, roles } from '../server/src/platform/access.ts'
import type {} from '../server/src/platform/http.ts'
import { newId } from '../server/src/platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../server/src/platform/testing/app.ts'

// A hash may be seen where the file must not be: each file is for those who read a record that names it.

let app: TestApp
let institution: string
let holders: readonly (readonly [Role, Person])[]
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
  institution = await app.institution()
  holders = await Promise.all(
    roles.map(async (role) => [role, await app.person([role], institution)] as const),
  )
  // What else a row says is nothing to the file: rows are put in as the test below makes them up.
  await app.database.asOwner(`do $$ declare one record; begin
    for one in select conrelid::regclass as target, conname from pg_constraint
      where contype = 'c' and conrelid::regclass::text = any (array['${everywhere.join("','")}'])
    loop execute format('alter table %s drop constraint %I', one.target, one.conname); end loop;
  end $$`)
  for (const table of everywhere) {
    await app.database.asOwner(`alter table ${table} disable trigger all`)
  }
  // Which records name a file is kept by triggers: these go on.
  await app.database.asOwner(`do $$ declare one record; begin
    for one in select tgrelid::regclass as target, tgname from pg_trigger
      where tgname like 'names_files%'
    loop execute format('alter table %s enable trigger %I', one.target, one.tgname); end loop;
  end $$`)
})
afterAll(() => app?.close())

/** The places that name files whose readers are those of a route that shows the record. */
const shownBy: Readonly<Record<string, string>> = {
  asset_cost: '/assets/:id',
  contract_amendment: '/contracts/:id/amendments',
  fee_receipt_list: '/fee-receipts/:id',
  fund: '/funds/:id',
  fund_entry: '/funds/:id',
  grant_bonus: '/grant-bonuses/:id',
  grant_bonus_payment: '/grant-bonuses/:id',
  income_verification: '/registrations/:id',
  invoice: '/contracts/:id/money',
  milestone_reached: '/contracts/:id/money',
  obligation: '/obligations/:id',
  payment_terms: '/contracts/:id/money',
  payout_proof: '/payouts/:id',
  record_file: '/contracts/:id/files',
  registration_event: '/registrations/:id',
  royalty_audit: '/contracts/:id/money',
  royalty_statement: '/contracts/:id/money',
  signature_check: '/contracts/:id/signatures',
  spin_off: '/spin-offs/:id',
  staff_award: '/staff-awards/:id',
  staff_award_payment: '/staff-awards/:id',
  tax_answer: '/contracts/:id/tax',
  tax_remittance: '/tax-remittances/:id',
  trusteeship: '/trusteeships/:id',
  write_off_proposal: '/contracts/:id/money',
  // Everybody of the house reads them, and the paper they rest on is the ground for what binds everybody.
  distribution_rule: '/distribution-rules',
  institution_standing: '/institution/standings',
  internal_rule: '/internal-rules/:id',
  own_rule: '/institution/rules',
}

/** Places whose route is open to all, of which each reads their own, and some everything. */
const ownRule: Readonly<Record<string, readonly Role[]>> = {
  letter: ['tto_negotiator', 'tto_reviewer'],
  person_credential: ['admin', 'tto_reviewer', 'auditor', 'discipline'],
  project_entry: [
    ...(['tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal'] as const),
    ...(['discipline', 'auditor'] as const),
  ],
}

/** Places with tests of their own, beside what they belong to. */
const testedElsewhere = [
  ...['achievement', 'achievement_evaluation', 'achievement_feedback', 'comment'],
  ...['outside_claim', 'outside_claim_end', 'paper_made', 'right_file'],
]

/** The file itself, who stored it, what names it, and the hash of what is no stored file (an import is sealed in its row). */
const itself = [
  ...['archive_order', 'file', 'file_naming', 'file_upload', 'ledger_import', 'paper_template'],
  'policy_text',
]

const everywhere = [
  ...[...Object.keys(shownBy), ...Object.keys(ownRule)],
  ...['closed_case', 'contract', 'project', 'receivable', 'registration'],
]

function readersOf(place: string): readonly Role[] {
  const own = ownRule[place]
  if (own) return own
  const line = app.app.accessList.find((it) => it.startsWith(`GET /api/v1${shownBy[place]} `))
  const [, , ...who] = line?.split(' ') ?? []
  return who[0] === 'signedIn' ? roles : (who as Role[])
}

/** A row that says what it must, and what is told. @returns its id. */
async function put(table: string, told: Readonly<Record<string, unknown>>) {
  const columns = await app.database.asOwner(
    `select column_name as name, data_type as type, is_nullable = 'NO' and column_default is null as must
     from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  )
  const id = newId()
  const row = new Map<string, unknown>()
  for (const { name, type, must } of columns as { name: string; type: string; must: boolean }[]) {
    const given = name in told ? told[name] : name === 'id' ? id : undefined
    if (given !== undefined) row.set(name, given)
    else if (must) row.set(name, anyOf(type))
  }
  const places = [...row.keys()].map((_, at) => `$${at + 1}`)
  await app.database.asOwner(
    `insert into ${table} (${[...row.keys()].join(', ')}) values (${places.join(', ')})`,
    [...row.values()],
  )
  return id
}

function anyOf(type: string): unknown {
  if (type === 'uuid') return newId()
  if (/int|numeric/.test(type)) return 1
  if (type === 'boolean') return false
  if (type === 'jsonb') return '[]'
  if (type === 'ARRAY') return '{}'
  return /date|time/.test(type) ? '2026-05-08' : '2026-05'
}

/** Puts the hash into whatever column of the table names files. */
async function naming(table: string, file: { sha256: string }) {
  const [column] = (await app.database.asOwner(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = $1
       and (column_name ~ '(^|_)sha256$' or column_name ~ '(^|_)files?$' and data_type = 'jsonb')`,
    [table],
  )) as { name: string; type: string }[]
  if (!column) throw new Error(`${table} names no file`)
  const one = { name: '材料.txt', size: 1, ...file }
  if (column.type !== 'jsonb') return { [column.name]: file.sha256 }
  return { [column.name]: JSON.stringify(column.name.endsWith('files') ? [one] : one) }
}

/** A file that somebody stored who is none of those who open it. */
async function stored(content: string) {
  const storer = await app.person(['inventor'], institution)
  const form = new FormData()
  form.set('file', new File([content], '材料.txt'))
  const { sha256 } = (await storer.send('POST', '/files', form)).body as { sha256: string }
  const opens = async (who: Person) => (await who.get(`/files/${sha256}`)).status === 200
  const openedBy = async () => {
    const open = await Promise.all(holders.map(([, who]) => opens(who)))
    return roles.filter((_, at) => open[at])
  }
  return { storer, sha256, opens, openedBy }
}

/** A contract of the house, its registration and what it brings, for what hangs on them. */
async function contractOf(caseId: string | null = null) {
  const contract_id = await put('contract', { institution_id: institution, case_id: caseId })
  const registration_id = await put('registration', { institution_id: institution, contract_id })
  const receivable_id = await put('receivable', { institution_id: institution, contract_id })
  return { contract_id, registration_id, receivable_id }
}

test.each([...Object.keys(shownBy), ...Object.keys(ownRule)])(
  'a file of %s is for those who read its record',
  async (table) => {
    const { storer, sha256, opens, openedBy } = await stored(`材料 ${table}`)
    const hangsOn = await contractOf()
    await put(table, {
      ...{ institution_id: institution, ...hangsOn, ...(await naming(table, { sha256 })) },
    })
    expect(await openedBy()).toEqual(roles.filter((role) => readersOf(table).includes(role)))
    expect(await opens(storer)).toBe(true)
  },
)

test('the paper of a certificate is for whoever holds it, what it certifies for the house', async () => {
  const { sha256, opens } = await stored('证书')
  const [holder, other] = [
    await app.person(['inventor'], institution),
    await app.person(['tto_negotiator'], institution),
  ]
  const told = { institution_id: institution, person_id: holder.caller.person, title: '技术经理人' }
  await put('person_credential', {
    ...{ ...told, kind: 'technology_manager', ...(await naming('person_credential', { sha256 })) },
  })
  expect([await opens(holder), await opens(other)]).toEqual([true, false])
  const path = `/people/${holder.caller.person}/credentials`
  const read = async (who: Person) => {
    const answer = await who.get(path)
    expect(answer.status, answer.text).toBe(200)
    return answer.body.items[0]
  }
  expect(await read(holder)).toMatchObject({ title: '技术经理人', file: { sha256 } })
  expect(await read(other)).toMatchObject({ title: '技术经理人', file: null })
})

test('what is filed with the work in a project is for those who take part in it', async () => {
  const { sha256, opens } = await stored('工作量证明')
  const [leader, member, other] = [
    await app.person(['inventor'], institution),
    await app.person(['inventor'], institution),
    await app.person(['inventor'], institution),
  ]
  const project_id = await put('project', {
    ...{ institution_id: institution, leader_person: leader.caller.person },
  })
  const entry = { institution_id: institution, project_id }
  await put('project_entry', { ...entry, ...(await naming('project_entry', { sha256 })) })
  await put('project_entry', { ...entry, person_id: member.caller.person })
  expect([await opens(leader), await opens(member), await opens(other)]).toEqual([
    ...[true, true, false],
  ])
})

test('a file is open where one of the records that name it is', async () => {
  const { sha256, opens } = await stored('两处使用的材料')
  const inventor = await app.person(['inventor'], institution)
  const finance = await app.person(['finance'], institution)
  const name = async (table: string) =>
    put(table, { institution_id: institution, ...(await naming(table, { sha256 })) })
  await name('asset_cost')
  await name('tax_remittance')
  const lawyer = await app.person(['legal'], institution)
  expect([await opens(inventor), await opens(finance), await opens(lawyer)]).toEqual([
    ...[false, true, true],
  ])
  await name('internal_rule')
  expect(await opens(inventor)).toBe(true)
})

const ofContracts = Object.entries(shownBy).flatMap(([table, path]) =>
  /contracts|registrations/.test(path) && table !== 'record_file' ? [table] : [],
)

test.each(ofContracts)('of a closed case, a file of %s is for its readers', async (table) => {
  const { sha256, openedBy } = await stored(`涉案材料 ${table}`)
  const case_id = newId()
  await put('closed_case', {
    ...{ institution_id: institution, case_id, reader_roles: '{discipline}' },
  })
  const hangsOn = await contractOf(case_id)
  await put(table, {
    ...{ institution_id: institution, ...hangsOn, ...(await naming(table, { sha256 })) },
  })
  expect(await openedBy()).toEqual(['discipline'])
})

test('a file that no record names is for whoever stored it', async () => {
  const { storer, sha256, opens, openedBy } = await stored('尚未使用的材料')
  expect([await opens(storer), await openedBy()]).toEqual([true, []])
  // Nor is it there for who would name it to read it.
  const file = { name: '材料.txt', sha256, size: 12 }
  const officer = holders.find(([role]) => role === 'tto_negotiator')?.[1]
  const body = { kind: 'invention', title: '一种示例' }
  const right = (await officer?.send('POST', '/rights', body))?.body.id
  const named = await officer?.send('POST', `/rights/${right}/files`, { files: [file] })
  expect([named?.status, named?.body.errors?.[0]?.rule]).toEqual([400, 'file-not-stored'])
  expect(await openedBy()).toEqual([])
})

test('of every table that names files it is decided who opens them', async () => {
  const rows = await app.database.asOwner(`
    select distinct table_name from information_schema.columns
    where table_schema = 'public' and (column_name ~ '(^|_)sha256$'
      or column_name ~ '(^|_)files?$' and data_type = 'jsonb')
    order by 1`)
  expect(rows.length).toBeGreaterThan(30)
  const decided = [...Object.keys(shownBy), ...Object.keys(ownRule), ...testedElsewhere, ...itself]
  expect(rows.map((row) => row['table_name'])).toEqual(decided.toSorted())
})
