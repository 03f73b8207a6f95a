import { day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankAchievement, enterAchievements } from '../achievements/index.ts'
import { lead, lineOf, sampleDeal, upTo } from '../cases/testing/leading.ts'
import { modules } from '../index.ts'

let house: TestApp
let officer: Person
let legal: Person
let finance: Person
let inventor: Person
let stranger: Person
let contract = ''
const models = new Map<string, string>()

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-06-01' })
  officer = await house.person(['tto_negotiator'])
  legal = await house.person(['legal'])
  finance = await house.person(['finance'])
  inventor = await house.person(['inventor'])
  const admin = await house.person(['admin'])
  await admin.send('PATCH', '/institution', { expectedSeq: 0, province: 'CN-GD' })
  stranger = await house.person(['tto_negotiator'], await house.institution('另一家示例医院'))
  await officer.send('POST', '/contract-standards/samples', {})
  const { items } = (await officer.get('/contract-standards')).body
  const waiting = items.map(({ id, newest }: { id: string; newest: number }) => ({
    ...{ id, version: newest },
  }))
  const decided = await legal.send('POST', '/contract-standards/decide', {
    ...{ items: waiting, verdict: 'approved' },
  })
  expect(decided.status, decided.text).toBe(200)
  for (const { id, name } of items) models.set(name, id)
  const { institution, person, name: by } = officer.caller
  const [achievement] = await asSystem(house.database.db, institution, (tx) =>
    enterAchievements(tx, house.context, { institution, person, name: by }, [
      {
        ...{ number: 'CG-1', leadIdNumber: null, source: null },
        fields: {
          ...blankAchievement,
          title: '可吸收止血材料（虚构）',
          inventors: [{ name: '示例甲', share: '100%' }],
        },
      } as never,
    ]),
  )
  const entered = await officer.send('POST', '/contracts', {
    ...{ kind: 'transfer', title: '止血材料许可（虚构）', mode: 'license', exclusivity: 'sole' },
    ...{ counterparty: '示例医疗科技有限公司', amountFen: '30000000', status: 'performing' },
    ...{ termFrom: '2026-06-01', termTo: '2031-05-31', signedOn: '2026-06-01' },
    ...{ counterpartyUscc: '91310000MA1EXAMP3A', achievements: [achievement] },
  })
  expect(entered.status, entered.text).toBe(201)
  contract = entered.body.id
  await agree(fixed('a', '10000000', '2026-07-01'), fixed('b', '20000000', '2026-12-31'))
})
afterAll(() => house?.close())

const fixed = (key: string, minor: string, dueOn: string) => ({
  ...{ key, kind: 'fixed', label: `第${key}笔`, minor, dueOn },
})
const royalty = {
  ...{ key: 'r', kind: 'royalty', label: '销售提成' },
  royalty: {
    ...{ bands: [{ upTo: null, rate: '3%' }], counts: 'period', minimum: '0', every: 12 },
    ...{ from: '2026-06-01', to: '2031-05-31', statementDays: 30, payDays: 60 },
  },
}
async function agree(...terms: object[]) {
  const answer = await finance.send('POST', `/contracts/${contract}/terms`, {
    ...{ terms, effectiveOn: '2026-06-01', reason: '约定' },
  })
  expect(answer.status, answer.text).toBeLessThan(300)
}
const begin = (who: Person, more: object = {}) =>
  who.send('POST', '/contract-texts', {
    ...{ contractId: contract, template: models.get('技术许可合同（示例）') },
    ...more,
  })
// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the test is about.
const text = async (id: string, who = officer): Promise<any> =>
  (await who.get(`/contract-texts/${id}`)).body
// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the test is about.
const partIn = (shown: any, slot: string) =>
  shown.parts.find((part: { slot: string }) => part.slot === slot)
// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the test is about.
const wordsOf = (part: any): string =>
  part.shown.map(({ text: words }: { text: string }) => words).join('')

/** The next version as the page sends it: what is not changed stays. */
async function save(
  id: string,
  change: {
    readonly parts?: Readonly<Record<string, object>>
    readonly inputs?: Readonly<Record<string, string>>
    readonly expectedVersion?: number
  } = {},
  who = officer,
) {
  const shown = await text(id)
  return who.send('POST', `/contract-texts/${id}/versions`, {
    ...{ title: shown.title, inputs: { ...shown.inputs, ...change.inputs } },
    parts: shown.parts.map(
      (part: { slot: string; clause: string | null; isEdited: boolean; reason: string }) => ({
        ...{ slot: part.slot, clause: part.clause },
        ...(part.reason !== null && { reason: part.reason }),
        ...change.parts?.[part.slot],
      }),
    ),
    expectedVersion: change.expectedVersion ?? shown.newest,
  })
}

/** Everything filled in, and every place decided. */
async function finish(id: string) {
  const shown = await text(id)
  const inputs = Object.fromEntries(
    shown.asked.map(({ name }: { name: string }) => [name, `${name}（示例）`]),
  )
  const undecided = shown.parts.filter(
    ({ trouble }: { trouble: string | null }) => trouble === 'undecided',
  )
  const parts = Object.fromEntries(
    undecided.map(({ slot }: { slot: string }) => [slot, { reason: '本次不适用' }]),
  )
  const answer = await save(id, { inputs, parts })
  expect(answer.status, answer.text).toBe(201)
}

test('a text has the clauses that fit the deal, filled with what the registers say', async () => {
  const { status, body, text: said } = await begin(officer)
  expect(status, said).toBe(201)
  const shown = await text(body.id)
  expect(partIn(shown, 'grant').name).toBe('许可范围（排他）')
  expect(partIn(shown, 'price').name).toBe('价款（分期）')
  expect(wordsOf(partIn(shown, 'price'))).toContain(
    '人民币300,000.00元（大写：叁拾万元整），由乙方分期支付：\n（1）第a笔：人民币100,000.00元，不迟于2026年7月1日支付',
  )
  // No royalty was agreed, so nothing is said of one, nor of books.
  expect(partIn(shown, 'royalty')).toMatchObject({ clause: null, trouble: null })
  expect(partIn(shown, 'audit')).toMatchObject({ clause: null, trouble: null })
  const gaps = new Map(shown.gaps.map((gap: { name: string; at: string }) => [gap.name, gap.at]))
  expect(gaps.get('许可领域')).toBe('scope')
  expect(gaps.get('收款账户')).toBe('draft')
  expect(gaps.has('合同金额')).toBe(false)
})

test('an edited clause says why; money is not written by hand, and every version stays', async () => {
  const { body } = await begin(officer)
  const before = await text(body.id)
  const { name, zh } = partIn(before, 'price')
  const edit = { name, zh: `${zh}\n乙方不得以任何理由迟延。` }
  const unexplained = await save(body.id, { parts: { price: { edit } } })
  expect(unexplained.body.errors).toMatchObject([{ rule: 'why-it-differs' }])
  const byHand = { name, zh: '合同金额为人民币500,000元。' }
  const refused = await save(body.id, { parts: { price: { edit: byHand, reason: '谈判' } } })
  expect(refused.body.errors).toMatchObject([
    { rule: 'money-by-terms', pointer: expect.stringMatching(/^#\/parts\/\d+\/edit\/zh$/) },
  ])
  const saved = await save(body.id, { parts: { price: { edit, reason: '谈判结果' } } })
  expect(saved.body).toMatchObject({ version: 2 })
  const after = await text(body.id)
  expect(partIn(after, 'price')).toMatchObject({ isEdited: true, reason: '谈判结果' })
  expect(after.versions).toMatchObject([
    { version: 2, edited: 1 },
    { version: 1, edited: 0 },
  ])
  const { parts } = (await officer.get(`/contract-texts/${body.id}/compare?from=1&to=2`)).body
  const changed = parts.filter(({ is }: { is: string }) => is !== 'same')
  expect(changed).toMatchObject([{ slot: 'price', is: 'changed' }])
  expect(changed[0].words.at(-1)).toEqual({ is: 'added', text: '\n乙方不得以任何理由迟延。' })
  await expect(house.database.asOwner('delete from contract_text_version')).rejects.toThrow(
    /append-only/,
  )
})

test('of an account only the end is kept, also in the chain', async () => {
  const { body } = await begin(officer)
  await save(body.id, { inputs: { 收款账户: '示例银行 6222021234567890123' } })
  expect((await text(body.id)).inputs['收款账户']).toBe('示例银行 ***************0123')
  const kept = await house.database.asOwner(
    `select count(*)::int as n from contract_text_version, audit_entry
     where inputs::text like '%6222021234567890123%' or entry::text like '%6222021234567890123%'`,
  )
  expect(kept[0]?.['n']).toBe(0)
  expect((await save(body.id, { inputs: { 甲方: '别家' } })).body.errors).toMatchObject([
    { rule: 'known-input' },
  ])
})

test('who saves on an older version is told, and of two at once one is refused', async () => {
  const { body } = await begin(officer)
  await save(body.id, {})
  expect((await save(body.id, { expectedVersion: 1 })).body.code).toBe('text-changed-meanwhile')
  const shown = await text(body.id)
  const both = await Promise.all(
    [officer, legal].map((who) => save(body.id, { expectedVersion: shown.newest }, who)),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
})

test('a place keeps the version it has until somebody takes the newer one', async () => {
  const { body } = await begin(officer)
  const id = models.get('保密') as string
  const { versions } = (await officer.get(`/contract-standards/${id}`)).body
  const clause = { ...versions[0].clause, zh: '双方互相保密，期限为{{保密期限}}。' }
  const next = await officer.send('POST', `/contract-standards/${id}/versions`, {
    ...{ name: '保密', clause, reason: '简化' },
  })
  await legal.send('POST', '/contract-standards/decide', {
    ...{ items: [{ id, version: next.body.version }], verdict: 'approved' },
  })
  await save(body.id, {})
  const kept = partIn(await text(body.id), 'confidentiality')
  expect(kept).toMatchObject({ version: 1, newer: 2, isEdited: false })
  await save(body.id, { parts: { confidentiality: { takesNewest: true } } })
  const taken = partIn(await text(body.id), 'confidentiality')
  expect(taken).toMatchObject({ version: 2, newer: null, zh: clause.zh })
})

test('a text is named once it is whole, stands with its contract, and is out of date when terms change', async () => {
  const { body } = await begin(officer)
  const name = async () => {
    const { newest } = await text(body.id)
    return officer.send('POST', `/contract-texts/${body.id}/name`, { version: newest })
  }
  expect((await name()).body.code).toBe('text-has-gaps')
  const scope = await officer.send('PUT', `/contracts/${contract}/scope`, {
    ...{ rightsGranted: '制造和销售', field: '创面修复', territory: '中国境内', keyTerms: null },
    ...{ exclusivity: 'sole', termFrom: '2026-06-01', termTo: '2031-05-31', reason: '补充' },
  })
  expect(scope.status, scope.text).toBe(204)
  await finish(body.id)
  expect((await text(body.id)).gaps.every((gap: { comesLater: boolean }) => gap.comesLater)).toBe(
    true,
  )
  const named = await name()
  expect(named.status, named.text).toBe(200)
  const files = async () => {
    const { items } = (await officer.get(`/contracts/${contract}/files`)).body
    return items.filter(({ takenOff }: { takenOff: unknown }) => takenOff === null)
  }
  expect(await files()).toMatchObject([{ sha256: named.body.file.sha256 }])
  expect((await name()).body.code).toBe('text-named-already')
  const pdf = await officer.get(`/files/${named.body.file.sha256}`)
  expect(pdf.status).toBe(200)

  // The terms are amended: what the draft says of payments is not what is owed.
  await agree(fixed('a', '10000000', '2026-07-01'), fixed('b', '20000000', '2027-03-31'))
  const stale = await text(body.id)
  expect(stale.changed).toMatchObject([
    { name: '付款安排', is: expect.stringContaining('2027年3月31日') },
  ])
  const list = (await officer.get(`/contract-texts?contract=${contract}`)).body
  expect(list.items.find(({ id }: { id: string }) => id === body.id)).toMatchObject({
    ...{ isStale: true, named: { version: named.body.version } },
  })
  await save(body.id, {})
  const again = await name()
  expect(again.status, again.text).toBe(200)
  expect(await files()).toMatchObject([{ sha256: again.body.file.sha256 }])

  // A royalty that is agreed later has a place that nobody decided on.
  await agree(fixed('a', '10000000', '2026-07-01'), fixed('b', '20000000', '2027-03-31'), royalty)
  await save(body.id, {})
  expect((await name()).body.code).toBe('text-undecided')
  expect(partIn(await text(body.id), 'royalty').trouble).toBe('undecided')

  const back = await officer.send('POST', `/contract-texts/${body.id}/unname`, { reason: '重谈' })
  expect(back.status, back.text).toBe(200)
  expect(await files()).toEqual([])
  expect((await text(body.id)).named).toBeNull()
})

test('drafts of a case are for those who read contracts and for its team; others see none of them', async () => {
  const { institution } = officer.caller
  const member = await house.person(['inventor'])
  await asSystem(house.database.db, institution, (tx) =>
    tx
      .insertInto('person')
      .values({ institutionId: institution, id: member.caller.person, name: '甲示例' } as never)
      .execute(),
  )
  const [first, ...others] = sampleDeal.team
  const team = [{ name: '', percent: 0, ...first, person: member.caller.person }, ...others]
  const steps = lineOf({ ...sampleDeal, team })
  const standing = await lead(house, institution, upTo('proposed', steps), day('2026-03-02'))
  const {
    status,
    body,
    text: said,
  } = await begin(officer, {
    ...{ contractId: null, caseId: standing.id },
  })
  expect(status, said).toBe(201)
  const shown = await text(body.id)
  expect(wordsOf(partIn(shown, 'parties'))).toContain('样例科技有限公司（虚构）')
  expect(wordsOf(partIn(shown, 'price'))).toContain('人民币1,200,000.00元')
  expect((await inventor.get(`/contract-texts/${body.id}`)).status).toBe(404)
  expect((await inventor.get(`/contract-texts?case=${standing.id}`)).status).toBe(404)
  expect((await member.get(`/contract-texts/${body.id}`)).body.mayDraft).toBe(false)
  expect((await stranger.get(`/contract-texts/${body.id}`)).status).toBe(404)
  expect((await finance.get(`/contract-texts/${body.id}`)).status).toBe(200)
  expect((await save(body.id, {}, finance)).status).toBe(403)
  const word = await finance.get(`/contract-texts/${body.id}/versions/1/docx?lang=both`)
  expect(word.status).toBe(200)

  // What the case does not say of its contract is typed in; then it is named, and stands among its papers.
  await finish(body.id)
  const { newest } = await text(body.id)
  const order = { version: newest }
  const named = await officer.send('POST', `/contract-texts/${body.id}/name`, order)
  expect(named.status, named.text).toBe(200)
  const { made } = (await finance.get(`/cases/${standing.id}/papers`)).body
  expect(made).toMatchObject([{ paper: 'contract-text', file: named.body.file }])
  expect((await finance.get(`/files/${named.body.file.sha256}`)).status).toBe(200)
})
