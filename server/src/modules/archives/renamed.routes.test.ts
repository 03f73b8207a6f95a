import { expect, test } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import { openTestApp } from '../../platform/testing/app.ts'
import { blankAchievement, enterAchievements } from '../achievements/index.ts'
import { modules } from '../index.ts'
import { type Manifest, places } from './manifest.ts'
import { moving } from './testing/moving.ts'
import { calledBefore, leftBefore, signedAnew } from './testing/older.ts'

// Until 0925 the tags of an achievement were what somebody had typed, under the names that what is worked out has now.
const before: Readonly<Record<string, string | undefined>> = {
  stated_attribute: 'attribute',
  stated_stage: 'stage',
  stated_conversion: 'conversion',
  stated_conversion_count: 'conversion_count',
  conversion: undefined,
}

test.each([0, 1])(
  'columns that were renamed come in under their new names, of %i rows',
  async (rows) => {
    const files = moving()
    const at = { at: '2026-11-24' }
    const [house, there] = [await openTestApp(modules, at), await openTestApp(modules, at)]
    try {
      const institution = await house.institution()
      const officer = await house.person(['tto_negotiator'], institution)
      const stated = { statedConversion: 'converted', statedConversionCount: 2 } as const
      const fields = { ...blankAchievement, ...stated, title: '止血材料（虚构）' }
      const entered = { number: 'CG-1', leadIdNumber: null, source: '台账', fields }
      await asCaller(house.context.db, officer.caller, (tx) =>
        enterAchievements(tx, house.context, officer.caller, rows === 0 ? [] : [entered]),
      )
      await files.leave(house, institution, 'whole')
      const parts = await files.partsOf('whole')
      const said = JSON.parse(String(parts.get(places.manifest))) as Manifest
      leftBefore(said, '0925')
      calledBefore(parts, said, 'achievement', (column) =>
        column in before ? before[column] : column,
      )
      signedAnew(parts, said)
      await files.pack('older', parts)
      expect((await files.arrive(there, 'older')).missed[0]).toMatch(/^0925-/)
      const { items } = (await (await there.signInAgain(officer)).get('/achievements')).body
      expect(items).toHaveLength(rows)
      if (rows === 0) return
      expect(items[0]).toMatchObject({ conversion: 'none', statedConversion: 'converted' })
    } finally {
      files.end()
      await Promise.all([house.close(), there.close()])
    }
  },
  120_000,
)
