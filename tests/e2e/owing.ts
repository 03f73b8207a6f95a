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
}
