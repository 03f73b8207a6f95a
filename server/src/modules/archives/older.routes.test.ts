import { expect, test } from 'vitest'
import { openTestApp } from '../../platform/testing/app.ts'
import { achievements } from '../achievements/index.ts'
import { evidence } from '../evidence/index.ts'
import { people } from '../people/index.ts'
import { archives } from './index.ts'
import { type Manifest, places } from './manifest.ts'
import { moving } from './testing/moving.ts'
import { leftBefore, signedAnew, withoutLater } from './testing/older.ts'

const modules = [evidence, people, achievements, archives]

test('what an older release did not know yet is empty or as by default', async () => {
  const files = moving()
  const at = { at: '2026-11-24' }
  const [house, there] = [await openTestApp(modules, at), await openTestApp(modules, at)]
  try {
    const institution = await house.institution()
    const admin = await house.person(['admin'], institution)
    const one = { name: '示例甲', professionalTitle: '主任医师' }
    expect((await admin.send('POST', '/people', one)).status).toBe(201)
    await files.leave(house, institution, 'whole')
    const parts = await files.partsOf('whole')
    const said = JSON.parse(String(parts.get(places.manifest))) as Manifest
    // Before months were closed and tax was paid over; what came after these works rows out of others.
    leftBefore(said, '0391', '0414')
    const unknown = ['journal_period', 'period_act', 'tax_remittance', 'tax_set_off']
    withoutLater(parts, said, { journal_entry: 'acted_on', person: 'professional_title' }, unknown)
    signedAnew(parts, said)
    await files.pack('older', parts)
    // What it knew must be there.
    const [lacking, less] = [new Map(parts), structuredClone(said)]
    withoutLater(lacking, less, {}, ['payment_terms'])
    signedAnew(lacking, less)
    await files.pack('lacking', lacking)
    await expect(files.arrive(there, 'lacking')).rejects.toThrow('lacks the table payment_terms')
    const restored = await files.arrive(there, 'older')
    expect(restored.missed[0]).toMatch(/^0391-/)
    expect(restored.missed).toContain('0413-search-sooner.sql')
    const [found] = await there.database.asOwner(
      `select (select count(*) from person)::int as people,
        (select count(professional_title) from person)::int as titles,
        (select count(*) from journal_period)::int as months`,
    )
    expect(found).toEqual({ people: 2, titles: 0, months: 0 })
    expect((await (await there.signInAgain(admin)).get('/people')).status).toBe(200)
  } finally {
    files.end()
    await Promise.all([house.close(), there.close()])
  }
}, 120_000)
