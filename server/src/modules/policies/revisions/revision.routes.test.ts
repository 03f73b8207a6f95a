import type { Day } from '@yizhuan/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asCaller } from '../../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

// A law pack is amended in the browser: drafted as data, checked, published by a second person. What
// was opened before keeps the revision of its opening.

const start = '2026-12-01'
let house: TestApp
let author: Person
let reviewer: Person
let legal: Person
let officer: Person
let elsewhere: Person

beforeAll(async () => {
  house = await openTestApp(modules, { at: `${start}T09:00:00+08:00` })
  await house.institution('示例医院（虚构）')
  author = await house.person(['policy_officer'])
  reviewer = await house.person(['policy_officer'])
  legal = await house.person(['legal'])
  officer = await house.person(['tto_negotiator'])
  elsewhere = await house.person(
    ['policy_officer'],
    await house.institution('另一示例医院（虚构）'),
  )
}, 60_000)
afterAll(() => house?.close())

const twenty = {
  kind: 'value',
  parameter: 'notice.days',
  from: '2026-12-10',
  to: '2031-01-15',
  value: '20',
  cite: 'a14.p1.i3',
  provenance: 'text',
  reads: '20日',
} as const

let draft: { id: string; seq: number }
let oldCase: string

async function openCase(): Promise<string> {
  const answer = await officer.send('POST', '/cases', {
    data: {
      title: '可吸收止血材料（虚构）',
      achievement: '可吸收止血材料（虚构）',
      team: [{ name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }],
    },
    files: [],
  })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id
}

async function put(edit: object, by = author) {
  const answer = await by.send('POST', `/law/amendments/${draft.id}/edits`, {
    seq: draft.seq,
    edit,
  })
  if (answer.status === 200) draft = answer.body
  return answer
}

async function checked(id = draft.id) {
  for (let tries = 0; tries < 400; tries += 1) {
    const { body } = await author.get(`/law/amendments/${id}/check`)
    if (body.state === 'done') return body
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('The check did not end.')
}

/** The length of the deal notice by which a case is judged. */
async function noticeDays(id: string): Promise<string> {
  const { body } = await officer.get(`/cases/${id}`)
  const finding = body.assessment.findings.find(
    (one: { norm: string }) => one.norm === 'gd.notice.period',
  )
  const used = finding.parameters.find((one: { id: string }) => one.id === 'notice.days')
  return used.value
}

describe('an amendment', () => {
  test('is begun by an officer of the institution entrusted with the law, one at a time', async () => {
    oldCase = await openCase()
    const stranger = await elsewhere.send('POST', '/law/amendments', { pack: 'cn-gd-2025' })
    expect(stranger.status).toBe(403)
    expect((await legal.send('POST', '/law/amendments', { pack: 'cn-gd-2025' })).status).toBe(403)
    const begun = await author.send('POST', '/law/amendments', { pack: 'cn-gd-2025' })
    expect(begun.status, begun.text).toBe(201)
    expect(begun.body).toMatchObject({ state: 'open', newest: 1, number: 2, isMine: true })
    draft = begun.body
    const again = await reviewer.send('POST', '/law/amendments', { pack: 'cn-gd-2025' })
    expect(again.body).toMatchObject({ code: 'another-amendment-waits' })
  })

  test('names what the pack does not have, and writes nothing', async () => {
    const answer = await put({ ...twenty, parameter: 'no.such' })
    expect(answer.status).toBe(400)
    expect(answer.body.errors).toMatchObject([{ rule: 'applicable' }])
    expect((await author.get(`/law/amendments/${draft.id}`)).body.changes).toEqual([])
  })

  test('shows what it changes, and which cases no longer come out as they should', async () => {
    await put({ ...twenty, from: '2026-03-01' })
    expect(draft).toMatchObject({
      changes: [
        {
          before: { zh: expect.stringContaining('15') },
          after: { zh: expect.stringContaining('20') },
        },
      ],
    })
    const check = await checked()
    expect(check.isClean).toBe(false)
    expect(check.failures.length).toBeGreaterThan(3)
    const handedIn = await author.send('POST', `/law/amendments/${draft.id}/submission`, {
      seq: draft.seq,
      change: 'law-changed',
      note: '示例：公示期延长',
    })
    expect(handedIn.body).toMatchObject({ code: 'amendment-not-clean', status: 422 })
    expect(handedIn.body.detail).toContain('各项义务均恰在界限上履行：')
  }, 60_000)

  test('laxer than the law below is complained of, and a number not in the text', async () => {
    await put({
      ...twenty,
      parameter: 'inventor.floor',
      cite: 'a18.p1',
      value: '40%',
      reads: '40%',
    })
    expect((await checked()).problems).toContainEqual(
      expect.objectContaining({ code: 'laxer-than-base', blocks: true }),
    )
    await undo('value/inventor.floor/2026-12-10')
    await undo('value/notice.days/2026-03-01')
    await put({ ...twenty, reads: '二十五日' })
    expect((await checked()).problems).toContainEqual(
      expect.objectContaining({ code: 'value-not-readable', blocks: true }),
    )
  }, 60_000)

  test('that meets a changed official text waits until each clause is read anew', async () => {
    const text = ['示例', '第十六条 与编入时不同的虚构文字。'].join('\n')
    const imported = await legal.send('POST', '/policies/cn-transfer-law/text', {
      text: `${text}${'，虚构'.repeat(9)}`,
    })
    expect(imported.status, imported.text).toBe(201)
    const other = await author.send('POST', '/law/amendments', { pack: 'cn' })
    const mine = other.body
    const found = await checked(mine.id)
    expect(found.isClean).toBe(false)
    const note = expect.objectContaining({ zh: '文本与编入时不同' })
    expect(found.problems).toContainEqual(
      expect.objectContaining({ code: 'text-changed', note, blocks: true }),
    )
    const edit = { kind: 'text', source: 'cn-transfer-law', at: 'a99' }
    const nowhere = await author.send('POST', `/law/amendments/${mine.id}/edits`, { seq: 1, edit })
    expect(nowhere.body.errors).toMatchObject([{ rule: 'text-at-hand' }])
    await author.send('POST', `/law/amendments/${mine.id}/decision`, {
      seq: 1,
      outcome: 'withdrawn',
      reason: '示例',
    })
  }, 60_000)

  test('a case is added under a name in both languages', async () => {
    const edit = {
      kind: 'case',
      name: 'An example added by form',
      is: {
        zh: '以表单增加的算例',
        asOf: '2026-06-30',
        facts: {},
        expect: { 'gd.mode': { status: 'unknown' } },
      },
    }
    const { zh: _zh, ...unnamed } = edit.is
    for (const wrong of [
      { ...edit, is: unnamed },
      { ...edit, is: { ...edit.is, zh: edit.name } },
      { ...edit, name: edit.is.zh },
    ])
      expect((await put(wrong)).status).toBe(400)
    expect((await put(edit)).status).toBe(200)
    expect(draft).toMatchObject({
      changes: expect.arrayContaining([
        expect.objectContaining({ kind: 'case', label: { zh: edit.is.zh, en: edit.name } }),
      ]),
    })
    const { body } = await author.get(`/law/amendments/${draft.id}/documents`)
    expect(body.cases).toContainEqual(
      expect.objectContaining({ name: edit.name, title: { zh: edit.is.zh, en: edit.name } }),
    )
    await undo(`case/${edit.name}`)
  })

  test('takes an existing case as it was read, and runs it', async () => {
    const name = 'On the last day the notice is still pending'
    const url = `/law/amendments/${draft.id}/case?name=${encodeURIComponent(name)}`
    const { body } = await author.get(url)
    const answer = await put({ kind: 'case', name, is: { ...body.is, asOf: '2026-03-21' } })
    expect(answer.status, answer.text).toBe(200)
    expect((await checked()).failures).toContainEqual(expect.objectContaining({ name }))
    await undo(`case/${name}`)
  }, 60_000)

  test('from a day on which no case rests it is clean, and shows which live cases would change', async () => {
    await put(twenty)
    expect(await checked()).toMatchObject({ isClean: true, failures: [] })
    const own = {
      param: 'notice.days',
      value: '16',
      from: '2026-12-01',
      to: null,
      basis: '院发（示例）',
    }
    const proposed = await legal.send('POST', '/institution/rules', own)
    const leader = await house.person(['leaders'])
    await leader.send('POST', `/institution/own-rules/${proposed.body.id}/decision`, {
      outcome: 'approved',
    })
    const { body } = await author.send('POST', '/cases/impact/amendment', {
      amendment: draft.id,
      on: '2026-12-10',
    })
    expect(body).toMatchObject({ concerns: true, looked: 1, rules: [{ choice: '16' }] })
  }, 60_000)
})

async function undo(subject: string) {
  const answer = await author.send('POST', `/law/amendments/${draft.id}/undo`, {
    seq: draft.seq,
    subject,
  })
  expect(answer.status, answer.text).toBe(200)
  draft = answer.body
}

describe('publication', () => {
  test('is not for the author, by the route and by the database', async () => {
    const handedIn = await author.send('POST', `/law/amendments/${draft.id}/submission`, {
      seq: draft.seq,
      change: 'law-changed',
      note: '示例：公示期延长',
    })
    expect(handedIn.status, handedIn.text).toBe(200)
    draft = handedIn.body
    const own = await author.send('POST', `/law/amendments/${draft.id}/decision`, {
      seq: draft.seq,
      outcome: 'published',
    })
    expect(own.status).toBe(403)
    expect(own.text).toContain('另一位')
    expect(await revisions()).toEqual([1])
    const [row] = await house.database.asOwner('select content from pack_revision limit 1')
    const forced = asCaller(house.context.db, author.caller, (tx) =>
      tx
        .insertInto('packRevision')
        .values({
          pack: 'cn-gd-2025',
          revision: 9,
          hash: '0'.repeat(64),
          origin: 'published',
          content: JSON.stringify(row?.['content']),
          documents: '{}',
          base: 1,
          change: 'law-changed',
          note: '示例',
          edits: '[]',
          changes: '[]',
          amendmentId: draft.id,
          authors: JSON.stringify([{ person: author.caller.person, name: author.caller.name }]),
          reviewedBy: author.caller.person,
          reviewedName: author.caller.name,
          recordedOn: start,
          recordedAt: house.clock.now(),
        })
        .execute(),
    )
    await expect(forced).rejects.toThrow(/row-level security/)
  })

  test('is by a second person; both cases say by which revision they are judged', async () => {
    const before = (await officer.get(`/cases/${oldCase}`)).body.timeline[0].law
    const published = await reviewer.send('POST', `/law/amendments/${draft.id}/decision`, {
      seq: draft.seq,
      outcome: 'published',
    })
    expect(published.status, published.text).toBe(200)
    expect(published.body).toMatchObject({ pack: 'cn-gd-2025', revision: 2 })
    expect(await revisions()).toEqual([2, 1])

    house.clock.set('2026-12-11' as Day)
    for (const one of ['author', 'officer', 'reviewer', 'legal'] as const) await again(one)
    const newCase = await openCase()
    // Its own rule of 16 days is stricter than the 15 of its revision.
    expect(await noticeDays(oldCase)).toBe('16')
    expect(await noticeDays(newCase)).toBe('20')
    const after = (await officer.get(`/cases/${newCase}`)).body.timeline[0].law
    expect(before.id).toContain('cn-gd-2025@r1')
    expect(after.id).toContain('cn-gd-2025@r2')
    expect(after.hash).not.toBe(before.hash)

    const record = await officer.get(`/cases/${newCase}/acts.jsonl`)
    const replayed = await officer.send('POST', '/cases/replay', {
      record: record.text,
      asOf: '2026-12-11',
    })
    expect(replayed.body).toMatchObject({ chain: { ok: true }, assessment: { hash: after.hash } })
  }, 60_000)

  test('may be compared with the revision before: on one case, and on all', async () => {
    const ways = 'before=cn-gd-2025@r1&after=cn-gd-2025@r2'
    const { body: one, text } = await officer.get(`/cases/${oldCase}/compare?${ways}`)
    expect([one.before?.packs, one.after?.packs], text).toMatchObject([
      [{ id: 'cn' }, { id: 'cn-gd-2025', revision: 1 }],
      [{ id: 'cn' }, { id: 'cn-gd-2025', revision: 2 }],
    ])
    const differing = one.rows.filter(({ differs }: { differs: boolean }) => differs)
    const days = ({ values }: { values: { value: { zh: string } }[] }) => values[0]?.value.zh
    const topics = ['notice.period', 'listing.notice']
    expect(differing.map((row: { topic: string }) => row.topic)).toEqual(topics)
    expect([days(differing[0].before), days(differing[0].after)]).toEqual(['15 日', '20 日'])

    const { body: all } = await officer.get(`/cases/compare?${ways}`)
    expect(all.looked).toBe(2)
    const counted = topics.map((topic) => expect.objectContaining({ topic, cases: 2 }))
    expect(all.topics).toEqual(expect.arrayContaining(counted))
    // Before its first day the amendment changes nothing.
    const early = '&beforeDay=2026-12-09&afterDay=2026-12-09'
    expect((await officer.get(`/cases/compare?${ways}${early}`)).body.items).toEqual([])
    const sheet = await officer.get(`/cases/compare.csv?${ways}`)
    expect(sheet.text.trim().split('\r\n')).toHaveLength(5)
    const unknown = await officer.get('/cases/compare?before=cn-gd-2025@r3')
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/before' }] } })
  })

  test('leaves the revision as it is for ever, and its steps in the chain', async () => {
    for (const change of ['update pack_revision set note = $$x$$', 'delete from pack_revision']) {
      await expect(house.database.asOwner(change)).rejects.toThrow(/append-only/)
    }
    const steps = await house.database.asOwner(
      `select action from audit_entry where chain = 'law/cn-gd-2025' order by seq`,
    )
    const actions = steps.map(({ action }) => action)
    expect(actions[0]).toBe('amendment.begun')
    expect(actions.slice(-2)).toEqual(['amendment.submitted', 'law.revisionPublished'])
    const { body } = await legal.get('/law/revisions/cn-gd-2025/2')
    expect(body).toMatchObject({ id: 'cn-gd-2025', revision: 2 })
  })

  test('tells those whose own rule is now laxer than the law', async () => {
    await house.workOff()
    const { body } = await legal.get('/notifications')
    expect(body.items).toContainEqual(
      expect.objectContaining({
        kind: 'own-rule',
        caseId: null,
        text: expect.objectContaining({ zh: expect.stringContaining('cn-gd-2025@r2') }),
      }),
    )
  })

  test('an old case moves to the newest by a person, for a reason, and once', async () => {
    const url = `/cases/${oldCase}/law`
    const { newer, stale } = (await officer.get(url)).body
    expect(newer).toEqual([{ pack: 'cn-gd-2025', revision: 2 }])
    // The notice is not begun: its longer time is to be looked at.
    expect(JSON.stringify(stale)).toMatch(/"notice".*"15 日".*"20 日"/)
    expect((await officer.send('POST', url, { reason: '示例' })).status).toBe(403)
    expect((await legal.send('POST', url, { reason: '示例：新规施行' })).status).toBe(200)
    expect(await noticeDays(oldCase)).toBe('20')
    const twice = await legal.send('POST', url, { reason: '示例' })
    expect(twice.body).toMatchObject({ code: 'law-is-newest' })
    const earlier = await officer.get(`/cases/${oldCase}?asOf=2026-12-05`)
    expect(earlier.body.assessment.packs).toContain('cn-gd-2025@r1')
  })
})

async function revisions(): Promise<number[]> {
  const { body } = await legal.get('/law/revisions')
  const pack = body.items.find((one: { id: string }) => one.id === 'cn-gd-2025')
  return pack.revisions.map((one: { revision: number }) => one.revision)
}

async function again(name: 'author' | 'officer' | 'reviewer' | 'legal') {
  const person = await house.signInAgain({ author, officer, reviewer, legal }[name])
  if (name === 'author') author = person
  if (name === 'officer') officer = person
  if (name === 'reviewer') reviewer = person
  if (name === 'legal') legal = person
}
