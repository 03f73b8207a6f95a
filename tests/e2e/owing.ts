import { expect, test } from 'vitest'
import { type House, visit } from './visit.ts'

// What finance does about money that is owed: see what is late, and say what a receipt paid.

interface Owed {
  readonly items: readonly { label: string; contractId: string }[]
}

/** From what is overdue to a receipt that pays it. */
export function followTheMoney(house: () => House): void {
  test('what is late stands by age, and finance says which receivable a receipt paid', async () => {
    const { page, context, go, picture, overflow, errors } = await visit(house(), 'a-finance', {
      width: 390,
    })
    await go('/receivables')
    await page.getByRole('heading', { name: '账龄' }).waitFor()
    expect(await overflow()).toBeLessThanOrEqual(0)
    const at = house().server.address
    const { items } = (await (
      await context.request.get(`${at}/api/v1/receivables?state=overdue`)
    ).json()) as Owed
    const late = items.find(({ label }) => label === '技术资料交付款')
    await go(`/contracts/${late?.contractId}`)
    await page.getByText('约定应收合计').waitFor()
    expect(await overflow()).toBeLessThanOrEqual(0)
    await picture('money')
    // The newest is money that went back; the one before it brought some.
    await page.locator('a[href^="/receipts/"]').nth(1).click()
    await page.getByText('尚未核对').waitFor()
    await page.getByRole('button', { name: '确认核对' }).click()
    await page.getByRole('button', { name: '撤回核对' }).first().waitFor()
    expect(await overflow()).toBeLessThanOrEqual(0)
    expect(errors).toEqual([])
  })

  test('a month is closed by two persons, and its vouchers are kept', async () => {
    const finance = await visit(house(), 'a-finance')
    await finance.go('/closings')
    await finance.page.getByText('账簿已结至').waitFor()
    const month = await finance.page.locator('input[type=month]').inputValue()
    await finance.page.getByRole('button', { name: '申请结账' }).click()
    const form = finance.page.getByRole('dialog')
    await form.locator('textarea').fill('到账待核对，已列入下月工作（演示）')
    await form.getByRole('button', { name: '申请结账' }).click()
    await finance.page.getByText('须由另一位财务人员或单位领导复核').waitFor()
    await finance.picture('closing')

    const leaders = await visit(house(), 'a-leaders', { width: 390 })
    await leaders.go('/closings')
    await leaders.page.getByRole('button', { name: '复核并结账' }).click()
    await leaders.page.getByText(`账簿已结至 ${month}`).waitFor()
    expect(await leaders.overflow()).toBeLessThanOrEqual(0)
    await leaders.picture('closing-phone')
    expect([...finance.errors, ...leaders.errors]).toEqual([])
  })
}
