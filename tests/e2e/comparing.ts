import { expect, test } from 'vitest'
import { readable } from './looking.ts'
import { type House, visit } from './visit.ts'

/** Live cases, and the deal of the simulator, under two laws, days or readings. */
export function compareRules(house: () => House): void {
  test('every live case under two laws: counts, topics, a list, and a sheet', async () => {
    const { page, go, picture, errors } = await visit(house(), 'a-legal')
    await go('/')
    await page.getByText('政策', { exact: true }).first().click()
    await page.getByRole('link', { name: '规则比较' }).first().click()
    await page.getByText(/在办 \d+ 个项目，其中 0 个结论不同/).waitFor()
    await page.locator('[name=before]').selectOption('cn-gd-2025')
    await page.locator('[name=after]').selectOption('cn-sh-draft-2024')
    await page.getByText(/在办 \d+ 个项目，其中 [1-9]\d* 个结论不同/).waitFor()
    expect(page.url()).toContain('after=cn-sh-draft-2024')
    await page.locator('details.example summary').first().click()
    await page.locator('details.example td.draft-mark').first().waitFor()
    const loading = page.waitForEvent('download')
    await page.getByRole('link', { name: '导出 CSV' }).click()
    expect((await loading).suggestedFilename()).toBe('规则比较.csv')
    await picture('compare-all')
    await page.getByRole('button', { name: '查看这个项目的全部比较' }).first().click()
    await page.getByRole('heading', { name: /^差异 \d+ 项$/ }).waitFor()
    await page.getByRole('heading', { name: '只有一边有规定' }).waitFor()
    await picture('compare-one')
    expect(errors).toEqual([])
  })

  test('the deal of the simulator on two days and by two readings, in this browser', async () => {
    const { page, go, picture, errors } = await visit(house(), 'a-legal')
    await go('/simulator')
    await page.getByRole('region', { name: '各地对照' }).waitFor()
    await page.fill('[name=contributors]', '60%')
    await page.getByRole('link', { name: '换日期或口径比较' }).click()
    await page.locator('[name=before]').selectOption('cn-gd-2025')
    await page.locator('[name=after]').selectOption('cn')
    const both = page.getByRole('row', { name: /奖励/ }).filter({ hasText: '70%' }).first()
    await both.getByText('已违反').waitFor()
    await both.getByText('已满足').waitFor()
    await both.getByText('50%').waitFor()
    await picture('compare-form')
    await page.locator('[name=after]').selectOption('cn-gd-2025')
    await page.getByText('没有差异').waitFor()
    await page.locator('[name=afterReading]').selectOption('gd.net.costs:upkeep-too')
    await page.getByText('¥850,000.00').waitFor()
    await page.fill('[name=afterDay]', '2025-06-30')
    await page.getByRole('heading', { name: '只有一边有规定' }).waitFor()
    expect(errors).toEqual([])
  })

  test('the comparison keeps to a phone’s width, can be read by everybody, and speaks English', async () => {
    const visitor = await visit(house(), 'a-legal', { width: 390 })
    await readable(visitor, '/compare?before=cn-gd-2025&after=cn-sh-draft-2024')
    await readable(visitor, '/compare?case=form')
    await visitor.picture('compare-phone')
    await visitor.page.getByRole('button', { name: 'English' }).click()
    await visitor.page.getByRole('heading', { name: 'Compare rules' }).waitFor()
    await visitor.page.getByText('Only one side has a rule that applies').waitFor()
    expect(await visitor.overflow()).toBe(0)
    expect(visitor.errors).toEqual([])
  })
}
