import { expect, test } from 'vitest'
import { type House, visit } from './visit.ts'

/** How several people of the second hospital work on the same cases. */
export function workTogether(house: () => House): void {
  test('cases go from one officer to another, with what the law keeps from the successor', async () => {
    const { page, go, picture, errors } = await visit(house(), 'b-officer')
    await go('/cases?officer=me')
    await page.locator('tbody tr').first().waitFor()
    await picture('cases-mine')
    await page.getByRole('link', { name: '项目交接' }).click()
    await page.locator('select[name=from]').selectOption({ index: 1 })
    await page.locator('select[name=to]').selectOption({ index: 1 })
    await page.locator('ul.rows input[type=checkbox]').first().waitFor()
    await picture('handover')
    const boxes = page.locator('ul.rows input[type=checkbox]')
    for (let at = 1; at < (await boxes.count()); at += 1) await boxes.nth(at).uncheck()
    await page.locator('textarea[name=reason]').fill('演示：岗位调整')
    await page.getByRole('button', { name: '交接 1 个项目' }).click()
    await page.getByText('已交接 1 个项目').waitFor()
    await page.getByText('演示：岗位调整').first().waitFor()
    expect(errors).toEqual([])
  })

  test('the same act is recorded in several cases, each for itself, and the rest is told why', async () => {
    const { page, go, picture, errors, overflow } = await visit(house(), 'a-officer')
    await go('/cases')
    await page.getByRole('button', { name: '批量办理' }).click()
    await page.getByRole('button', { name: '选中本页所列' }).click()
    await picture('bulk-pick')
    await page.getByRole('button', { name: '选择要办的事项' }).click()
    await page.locator('label.choice', { hasText: '登记高校审核' }).click()
    await page.locator('form.act-form [name=opinion]').fill('同意报送（演示）')
    await page.locator('form.act-form button[type=submit]').click()
    await page.getByRole('button', { name: '逐个项目预览' }).click()
    await page.getByRole('button', { name: /确认办理/ }).waitFor()
    await picture('bulk-preview')
    await page.getByRole('button', { name: /确认办理/ }).click()
    await page.getByText('已全部处理').waitFor()
    await picture('bulk-run')
    expect(await page.locator('.chip-met').count()).toBeGreaterThan(0)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await overflow()).toBeLessThanOrEqual(0)
    expect(errors).toEqual([])
  })
}
