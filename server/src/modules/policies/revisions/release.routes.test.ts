import type { Pack } from '@yizhuan/law'
import { amended, type Edit } from '@yizhuan/law-authoring'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem, systemPerson } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import type { TestDatabase } from '../../../platform/testing/database.ts'
import { modules } from '../../index.ts'
import { hashOf, sealed, toStored } from '../packs/documents.ts'
import { filesOf, shippedPacks } from '../packs/packs.ts'
import { insertShipped } from './revision.queries.ts'

// The server starts with the files of this release on a database that recorded those of an earlier one:
// they wait, what is recorded goes on to govern, and two policy officers take them over.

const today = '2026-12-01'
const recorded = { on: '2026-03-01', at: new Date('2026-03-01T00:00:00Z') }
const ownDigest: Edit = {
  kind: 'digest',
  source: 'cn-transfer-law',
  at: 'a16',
  text: { zh: '示例：本系统自拟的要点', en: 'An example: our own summary' },
}

let house: TestApp
let author: Person
let reviewer: Person
let officer: Person

beforeAll(async () => {
  house = await openTestApp(modules, { at: `${today}T09:00:00+08:00`, left: leave })
  await house.institution('示例医院（虚构）')
  author = await house.person(['policy_officer'])
  reviewer = await house.person(['policy_officer'])
  officer = await house.person(['tto_negotiator'])
}, 60_000)
afterAll(() => house?.close())

/** The files of this release as those of an earlier one, in which notices ran for ten days. */
function earlier(id: string): Pack {
  const files = shippedPacks().find(({ pack }) => pack === id)?.content
  if (!files) throw new TypeError(`No files of ${id}.`)
  const { title, parameters } = files
  const days = parameters['notice.days']
  const ten = days && { ...days, values: days.values.map((each) => ({ ...each, value: 10 })) }
  return {
    ...files,
    title: { ...title, en: `${title.en}, as it was` },
    parameters: { ...parameters, ...(ten && { 'notice.days': ten }) },
  }
}

/** What the earlier release left: its files of two packs, and of one a revision published upon them. */
async function leave({ db, asOwner }: TestDatabase): Promise<void> {
  await asSystem(db, systemPerson, async (tx) => {
    for (const content of [earlier('cn-gd-2025'), earlier('cn')]) {
      const shipped = { pack: content.id, revision: 1, hash: hashOf(content) }
      await insertShipped(tx, shipped, content, recorded)
    }
  })
  const after = amended(filesOf('cn'), [ownDigest], 2)
  const { content, hash } = sealed(after.source)
  const by = [{ person: newId(), name: '示例甲' }]
  const values = [hash, content, toStored(after), [ownDigest], by].map((each) =>
    typeof each === 'string' ? each : JSON.stringify(each),
  )
  await asOwner(
    `insert into pack_revision (pack, revision, hash, origin, content, documents, base, change, note,
       edits, changes, amendment_id, authors, reviewed_by, reviewed_name, recorded_on, recorded_at)
     values ('cn', 2, $1, 'published', $2, $3, 1, 'encoding-corrected', '示例', $4, '[]',
       gen_random_uuid(), $5, gen_random_uuid(), '示例乙', '2026-04-01', '2026-04-01')`,
    values,
  )
}

interface Listed {
  readonly id: string
  readonly newest: number
  readonly release: { revision: number } | null
  readonly revisions: readonly { revision: number; origin: string }[]
}

async function listed(id: string): Promise<Listed> {
  const { body, text } = await author.get('/law/revisions')
  const found = body?.items?.find((one: Listed) => one.id === id)
  if (!found) throw new TypeError(text)
  return found
}

/** By how long a notice a case is judged that opens now. */
async function noticeDays(): Promise<string> {
  const opened = await officer.send('POST', '/cases', {
    data: {
      title: '可吸收止血材料（虚构）',
      achievement: '可吸收止血材料（虚构）',
      team: [{ name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }],
    },
    files: [],
  })
  expect(opened.status, opened.text).toBe(201)
  const { body } = await officer.get(`/cases/${opened.body.id}`)
  const { findings } = body.assessment
  const { parameters } = findings.find((one: { norm: string }) => one.norm === 'gd.notice.period')
  return parameters.find((one: { id: string }) => one.id === 'notice.days').value
}

/** One officer takes the files over, another publishes. @returns what the amendment began with. */
async function takeOver(pack: string) {
  const { body: begun, text } = await author.send('POST', '/law/amendments', { pack })
  expect(begun, text).toMatchObject({ origin: 'release', state: 'open' })
  const at = `/law/amendments/${begun.id}`
  const { body: handedIn, text: why } = await author.send('POST', `${at}/submission`, {
    seq: begun.seq,
    change: 'encoding-corrected',
    note: '示例：接收新版文件',
  })
  expect(handedIn.state, why).toBe('submitted')
  const decision = { seq: handedIn.seq, outcome: 'published' }
  expect((await author.send('POST', `${at}/decision`, decision)).status).toBe(403)
  const published = await reviewer.send('POST', `${at}/decision`, decision)
  expect(published.status, published.text).toBe(200)
  return begun
}

describe('files of a release that changed under the number that is recorded', () => {
  test('wait, and what is recorded goes on to govern', async () => {
    expect(await listed('cn-gd-2025')).toMatchObject({
      newest: 1,
      release: { revision: 1 },
      revisions: [{ revision: 1, origin: 'shipped' }],
    })
    expect(await noticeDays()).toBe('10')
  })

  test('of packs that were never recorded govern at once', async () => {
    expect(await listed('cn-sh-draft-2024')).toMatchObject({ newest: 1, release: null })
  })

  test('govern what opens once two officers took them over, and wait no longer', async () => {
    const begun = await takeOver('cn-gd-2025')
    expect(begun).toMatchObject({ newest: 1, number: 2, changes: [] })
    expect(await listed('cn-gd-2025')).toMatchObject({
      newest: 2,
      release: null,
      revisions: [
        { revision: 2, origin: 'published' },
        { revision: 1, origin: 'shipped' },
      ],
    })
    expect(await noticeDays()).toBe('15')
  }, 60_000)
})

test('files that meet what was published here carry it on, under a number above both', async () => {
  expect(await listed('cn')).toMatchObject({ newest: 2, release: { revision: 1 } })
  const begun = await takeOver('cn')
  expect(begun).toMatchObject({ newest: 2, number: 3 })
  expect(begun.changes).toMatchObject([{ kind: 'digest', after: ownDigest.text }])
  const { body } = await author.get('/law/revisions/cn/3')
  expect(body.digests['cn-transfer-law#a16']).toEqual(ownDigest.text)
  expect(body.title.en).not.toContain('as it was')
  expect(await listed('cn')).toMatchObject({ newest: 3, release: null })
}, 60_000)
