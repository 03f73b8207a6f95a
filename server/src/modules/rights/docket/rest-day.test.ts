import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { blankRight } from '../right.ts'
import { docketOf } from './docket.ts'
import { docketGround } from './law.ts'

test('a trademark is kept while the last day to renew it waits for a working day', () => {
  // Ten years and six months end on Saturday, the 31st of October 2026.
  const mark = {
    ...{ ...blankRight, kind: 'trademark' as const, title: '示例', status: 'registered' as const },
    ...{ filedOn: '2015-02-01', grantedOn: '2016-05-01' },
  }
  const on = (today: string) => {
    const moment = { docketedOn: day('2026-01-05'), toldYear: null, today: day(today) }
    const { right, clocks, expiresOn } = docketOf(docketGround(), mark, [], moment)
    return [right.state, clocks.map(({ ends }) => ends), expiresOn]
  }
  expect(on('2026-11-02')).toEqual(['granted', ['2026-04-30', '2026-11-02'], '2026-11-03'])
  expect(on('2026-11-03')).toEqual(['terminated', [], '2026-11-03'])
})
