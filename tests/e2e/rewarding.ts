import { expect, test } from 'vitest'
import { type House, visit } from './visit.ts'

/** The reward of a service contract: its plan on a phone, the next batch, and whose money it is. */
export function rewardTheTeam(house: () => House): void {
  test('a plan is read and drawn up on a phone, waits in the next batch, and is told to its people', async () => {
    const officer = await visit(house(), 'a-officer', { width: 390 })
    const found = await officer.context.request.get(
      `${house().server.address}/api/v1/service-contracts?q=${encodeURIComponent('术中导航探头')}`,
    )
    const [{ caseId }] = (await found.json()).items
    await officer.go(`/cases/${caseId}`)
    const reward = officer.page.locator('#reward')
    await reward.getByText('全部成员已确认，待发放').waitFor()
    await reward.getByText('2/3').waitFor()
    await reward.getByText('108,000.00').first().waitFor()
    expect(await officer.overflow()).toBeLessThanOrEqual(0)
    await officer.picture('service-reward-phone')
    await officer.go(`/cases/${caseId}?act=rewardPlanned`)
    const form = officer.page.locator('form.act-form')
    await form.locator('[name="pool"]').fill('90000.01')
    await form.getByText('比例合计').waitFor()
    await form.getByText('60,000.01').waitFor()
    await form.getByText('30,000.00').waitFor()
    expect(await officer.overflow()).toBeLessThanOrEqual(0)
    await officer.picture('service-reward-plan-phone')

    const finance = await visit(house(), 'a-finance')
    await finance.go('/payouts/new')
    const line = finance.page.locator('tr', { hasText: '术中导航探头' })
    await line.getByText('三技奖酬').waitFor()
    await line.getByText('108,000.00').waitFor()
    await finance.picture('payout-of-both-kinds')

    const inventor = await visit(house(), 'a-inventor', { width: 390 })
    await inventor.go('/rewards')
    await inventor.page.getByText('术中导航探头').first().waitFor()
    await inventor.page.getByText('68,000.00').first().waitFor()
    await inventor.picture('service-reward-own')
    expect([...officer.errors, ...finance.errors, ...inventor.errors]).toEqual([])
  })
}
