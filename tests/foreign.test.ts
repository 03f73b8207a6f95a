import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../server/src/modules/index.ts'
import { newId } from '../server/src/platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../server/src/platform/testing/app.ts'

// Somebody who may do everything in their own house takes what another house has by its ids: in paths,
// in bodies, as a file's hash, as the address of a draft, a calendar, a webhook. Nothing is told to
// them that it is there, and nothing of it moves.

let house: TestApp
let ours: Record<'case' | 'file' | 'feed' | 'webhook' | 'delegation' | 'run' | 'person', string>
let substitution: string
let owner: Person
let thief: Person
let own: string

const everything = [
  'inventor',
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
  'admin',
] as const

const made = async (who: Person, path: string, body: object) => {
  const answer = await who.send('POST', path, body)
  expect([path, answer.status < 300], answer.text).toEqual([path, true])
  return answer.body
}

async function stored(who: Person, content: string): Promise<string> {
  const form = new FormData()
  form.set('file', new File([content], '材料.txt', { type: 'text/plain' }))
  return (await made(who, '/files', form)).sha256
}

const letterOf = (sha256: string, content: string) => ({
  name: '材料.txt',
  sha256,
  size: Buffer.byteLength(content),
})
const secret = '只属于一家的材料（虚构）'
const opening = () => {
  const team = [{ name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }]
  return { data: { title: '项目（虚构）', achievement: '材料', team, workloadLedgerKept: true } }
}

beforeAll(async () => {
  house = await openTestApp(modules)
  const here = await house.institution('示例医院（虚构）')
  owner = await house.person([...everything], here)
  thief = await house.person([...everything], await house.institution('另一示例医院（虚构）'))
  own = (await made(thief, '/cases', opening())).id
  const id = (await made(owner, '/cases', opening())).id
  const file = await stored(owner, secret)
  const colleague = await house.person(['finance'], here)
  const webhook = { name: '群', kind: 'signed', url: 'https://example.org/x', events: ['overdue'] }
  const days = { from: '2026-03-02', until: '2026-03-05', scope: 'own', reason: '休假' }
  const run = newId()
  const act = { procedure: 'transfer', act: 'noticeCertified', data: {} }
  await made(owner, '/bulk-acts', { id: run, ...act, cases: [{ id, expectedSeq: 1 }] })
  const form = `case/${id}/disclosed`
  await made(owner, '/drafts', { form, device: newId(), value: { text: secret } })
  const { url } = await made(owner, '/calendar/feed', {})
  const pair = { person: owner.caller.person, substitute: colleague.caller.person }
  substitution = (
    await made(owner, '/substitutions', { ...pair, ...days, roles: ['tto_negotiator'] })
  ).id
  ours = {
    case: id,
    file,
    run,
    feed: url.split('/').at(-1) ?? '',
    webhook: (await made(owner, '/webhooks', webhook)).id,
    delegation: (
      await made(owner, '/delegations', {
        task: 'title',
        delegate: '示例公司（虚构）',
        isCompany: true,
        caseId: id,
        letterNumber: '1',
        letter: letterOf(file, secret),
        from: '2026-03-01',
        until: null,
        reason: '委托（演示）',
      })
    ).id,
    person: (await made(owner, '/people', { name: secret, idCard: '110101190001010006' })).id,
  }
})
afterAll(() => house?.close())

/** Everything of the house that is taken from, as it stands. */
async function held(): Promise<string> {
  const tables = ['act', 'audit_entry', 'bulk_item', 'calendar_feed', 'case_officer', 'delegation']
  const more = ['draft', 'file', 'file_upload', 'substitution', 'transfer_case', 'webhook']
  const rows = await Promise.all(
    [...tables, ...more, 'webhook_delivery', 'role_grant', 'person'].map((table) =>
      house.database.asOwner(
        table === 'role_grant'
          ? `select t::text from role_grant t join account a on a.id = t.account_id
              where a.institution_id = $1 order by 1`
          : `select t::text from ${table} t where institution_id = $1 order by 1`,
        [owner.caller.institution],
      ),
    ),
  )
  return JSON.stringify(rows)
}

test('by no id of another house anything is read, and nothing moves', async () => {
  const before = await held()
  const { person, account } = owner.caller
  const reason = '理由'
  const letter = letterOf(ours.file, secret)
  const act = { procedure: 'transfer', act: 'noticeCertified', data: {} }
  const tip = { type: 'tipReceived', data: { text: '线索' } }
  const week = { from: '2026-03-02', until: '2026-03-05', scope: 'own', reason }
  const me = thief.caller.person
  const tries: readonly (readonly ['GET' | 'POST' | 'PATCH' | 'DELETE', string, object?])[] = [
    ['GET', `/cases/${ours.case}`],
    ['GET', `/cases/${ours.case}/acts.jsonl`],
    ['GET', `/cases/${ours.case}/officers`],
    ['GET', `/cases/${ours.case}/officers/history`],
    ['GET', `/cases/${ours.case}/proof`],
    ['GET', `/cases/${ours.case}/live`],
    ['GET', `/cases/${ours.case}/papers`],
    ['POST', `/cases/${ours.case}/acts`, { ...tip, expectedSeq: 1 }],
    ['POST', `/cases/${ours.case}/acts`, { ...tip, expectedSeq: 1, actingFor: person }],
    ['POST', `/cases/${own}/acts`, { ...tip, files: [letter], expectedSeq: 1 }],
    ['POST', `/cases/${own}/acts`, { ...tip, expectedSeq: 1, actingFor: person }],
    ['POST', `/cases/${ours.case}/officers`, { lead: me, reason }],
    ['POST', `/cases/${own}/officers`, { lead: person, reason }],
    ['POST', '/handovers', { from: person, to: me, reason }],
    ['POST', '/handovers', { from: me, to: person, reason }],
    ['POST', '/handovers/preview', { from: person, to: me }],
    ['POST', '/bulk-acts/options', { cases: [ours.case] }],
    ['POST', '/bulk-acts/preview', { ...act, cases: [ours.case] }],
    ['POST', '/bulk-acts', { id: newId(), ...act, cases: [{ id: ours.case, expectedSeq: 1 }] }],
    ['GET', `/bulk-acts/${ours.run}`],
    ['GET', `/bulk-acts/${ours.run}/refusals.csv`],
    ['POST', `/bulk-acts/${ours.run}/cancel`],
    ['POST', '/substitutions', { person, substitute: me, roles: ['tto_negotiator'], ...week }],
    ['POST', '/substitutions', { person: me, substitute: person, roles: ['finance'], ...week }],
    ['POST', `/substitutions/${substitution}/decision`, { outcome: 'approved' }],
    ['POST', `/substitutions/${substitution}/end`],
    ['POST', `/delegations/${ours.delegation}/withdraw`, { reason }],
    ...[{ caseId: ours.case }, { letter }].map(
      (more) =>
        [
          'POST',
          '/delegations',
          {
            task: 'title',
            delegate: '某公司',
            isCompany: true,
            caseId: null,
            letterNumber: '1',
            letter,
            from: '2026-03-01',
            until: null,
            reason,
            ...more,
          },
        ] as const,
    ),
    ['GET', `/files/${ours.file}`],
    ['GET', `/public/calendars/${thief.caller.institution}/${ours.feed}`],
    ['PATCH', `/webhooks/${ours.webhook}`, { name: '我的' }],
    ['POST', `/webhooks/${ours.webhook}/test`],
    ['GET', `/webhooks/${ours.webhook}/deliveries`],
    ['DELETE', `/webhooks/${ours.webhook}`],
    ['GET', `/people/${ours.person}`],
    ['GET', `/people/${ours.person}/history`],
    ['PATCH', `/people/${ours.person}`, { name: '我' }],
    ['POST', `/people/${ours.person}/reveal`, { field: 'idCard', purpose: reason }],
    ['POST', `/accounts/${account}/disable`, { reason }],
    ['POST', `/accounts/${account}/grants`, { role: 'legal', from: '2026-03-02', reason }],
    ['POST', `/accounts/${account}/invitation`],
  ]
  const open: string[] = []
  for (const [method, path, body] of tries) {
    const answer =
      method === 'GET' ? await thief.get(path) : await thief.send(method, path, body ?? {})
    const isRefused = [400, 403, 404, 409].includes(answer.status)
    const isTold = [secret, owner.caller.name, '项目（虚构）'].some((text) =>
      answer.text.includes(text),
    )
    if (!isRefused || isTold) open.push(`${method} ${path}: ${answer.status} ${answer.text}`)
  }
  expect(open).toEqual([])
  expect(await held()).toBe(before)
})

test('a draft is its author’s, under whatever name others look for it', async () => {
  const form = `case/${ours.case}/disclosed`
  expect((await thief.get(`/drafts?form=${form}`)).body).toEqual({ draft: null })
  await made(thief, '/drafts', { form, device: newId(), value: { text: '别人的' } })
  await thief.send('DELETE', `/drafts?form=${form}`)
  expect((await owner.get(`/drafts?form=${form}`)).body.draft.value).toEqual({ text: secret })
})

test('what is refused here is given to whose it is', async () => {
  for (const path of [
    `/cases/${ours.case}`,
    `/files/${ours.file}`,
    `/bulk-acts/${ours.run}`,
    `/webhooks/${ours.webhook}/deliveries`,
    `/public/calendars/${owner.caller.institution}/${ours.feed}`,
  ]) {
    expect([path, (await owner.get(path)).status]).toEqual([path, 200])
  }
})
