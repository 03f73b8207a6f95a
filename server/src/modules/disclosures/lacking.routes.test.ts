import { expect, onTestFinished, test } from 'vitest'
import { openTestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

test('what a disclosure lacks is shown with its article, and accepted for a reason only', async () => {
  const house = await openTestApp(modules)
  onTestFinished(() => house.close())
  const institution = await house.institution()
  const officer = await house.person(['tto_reviewer'], institution)
  const inventor = await house.person(['inventor'], institution)
  const told = {
    ...{
      title: '牵开器（虚构）',
      kind: 'device',
      fundingKind: 'public',
      fundingSource: '省级专项',
    },
    disclosure: { type: '材料', benefit: '减少二次手术' },
    inventors: [
      { name: inventor.caller.name, share: '60%' },
      { name: '示例乙', share: '40%' },
    ],
  }
  const disclosed = await inventor.send('POST', '/achievements', told)
  expect(disclosed.status, disclosed.text).toBe(201)
  const { id } = disclosed.body
  const progress = async () => (await officer.get(`/achievements/${id}/progress`)).body
  const { lacking } = await progress()
  expect(lacking.asksWhy).toBe(true)
  const byLaw = lacking.texts.find(({ pack }: { pack: string }) => pack === 'cn-gd-2025')
  expect(byLaw).toMatchObject({ what: 'groups', cite: 'gd-2025#a14.p1.i1', isDraft: false })
  expect(byLaw.items.map(({ zh }: { zh: string }) => zh)).toContain('市场调研')
  expect(lacking.unconfirmed).toEqual(['示例乙'])
  const path = `/achievements/${id}/acceptance`
  const silent = await officer.send('POST', path, { expectedSeq: 1 })
  expect(silent.status, silent.text).toBe(400)
  expect(silent.body.errors[0]).toMatchObject({
    ...{ pointer: '#/despite', rule: 'accepted-without-why' },
    detail: expect.stringContaining('市场调研'),
  })
  expect((await progress()).intake).toBe('submitted')
  const despite = '项目尚在小试，市场调研随后补交'
  const accepted = await officer.send('POST', path, { expectedSeq: 1, despite })
  expect(accepted.status, accepted.text).toBe(200)
  const { items } = (await officer.get(`/achievements/${id}/history`)).body
  expect(items.at(-1)).toMatchObject({ action: 'achievement.accepted', reason: despite })
})
