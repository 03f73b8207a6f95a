import { expect, test } from 'vitest'
import { type House, visit } from './visit.ts'

// A technology contract at its registrar: the office says what the registrar decided, finance draws up what
// came in, and a refund that waits is linked with the receipt it gave back.

/** From a review to a certificate, and from a refund that waits to income drawn up in full. */
export function registerContracts(house: () => House): void {
  test('a contract is registered, a refund linked, and its income drawn up', async () => {
    const office = await visit(house(), 'a-officer', { width: 390 })
    await office.go('/registrations?state=in_review')
    await office.page.locator('a.row-title').first().click()
    await office.page.getByRole('button', { name: '登记认定结果' }).click()
    const outcome = office.page.getByRole('dialog')
    await outcome.getByRole('button', { name: '登记认定结果' }).waitFor()
    await outcome.getByLabel('合同登记编号').fill('2026440100008888')
    await outcome.getByRole('button', { name: '登记认定结果' }).click()
    await office.page.getByText('2026440100008888').first().waitFor()
    await office.page.getByRole('button', { name: '变更登记' }).waitFor()
    expect(await office.overflow()).toBeLessThanOrEqual(0)

    const { page, go, overflow, errors } = await visit(house(), 'a-finance', { width: 390 })
    await go('/receipts/waiting')
    const refund = page.locator('tr').filter({ hasText: '退款待关联到账' })
    expect(await overflow()).toBeLessThanOrEqual(0)
    await refund.getByRole('button', { name: '关联', exact: true }).click()
    await refund.waitFor({ state: 'detached' })
    await go('/registrations?q=居家康复步态监测鞋垫')
    await page.locator('a.row-title').first().click()
    // What is left of the receipt once it is linked is proposed whole.
    await page.getByRole('button', { name: '填制核定单' }).click()
    const list = page.getByRole('dialog')
    expect(await list.getByLabel('技术性收入').inputValue()).toBe('70000')
    await list.getByRole('button', { name: '填制核定单' }).click()
    await page.getByText('核定单 3').waitFor()
    expect(await overflow()).toBeLessThanOrEqual(0)
    expect([errors, office.errors]).toEqual([[], []])
  })
}
