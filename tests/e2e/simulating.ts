import { expect, test } from 'vitest'
import { readable } from './looking.ts'
import { type House, visit } from './visit.ts'

/** A deal that is only thought of, worked out in the browser under several laws. */
export function tryADeal(house: () => House): void {
  test('one deal side by side: net income, bounds, findings and what each member receives', async () => {
    const { page, go, picture, errors } = await visit(house(), 'a-officer')
    await go('/')
    await page.getByText('政策', { exact: true }).first().click()
    await page.getByRole('link', { name: '测算器' }).first().click()
    const table = page.getByRole('region', { name: '各地对照' })
    await table
      .getByRole('row', { name: /^净收入/ })
      .getByText('¥850,000.00')
      .waitFor()
    const net = table.getByRole('row', { name: /^净收入/ })
    expect(await net.getByText('¥880,000.00').count()).toBe(2)
    const office = table.getByRole('row', { name: /转化部门提取的限度/ })
    await office.getByText('不超过 15%').waitFor()
    await office.getByText('不低于 10%').waitFor()
    expect(await table.locator('td.draft-mark').count()).toBeGreaterThan(5)
    await page.getByText('税后（减按计税）约').first().waitFor()
    await page.getByText('个人所得税综合所得税率表').waitFor()
    await table.getByRole('button', { name: /奖励贡献人员不低于/ }).click()
    await table.locator('.why').first().waitFor()
    await picture('simulator')
    expect(errors).toEqual([])
  })

  test('without a network every change is worked out; the link keeps it, without other income', async () => {
    const { page, context, go, errors } = await visit(house(), 'a-officer')
    await go('/simulator')
    const table = page.getByRole('region', { name: '各地对照' })
    const office = table.getByRole('row', { name: /转化部门和平台公司提取不超过上限/ })
    await office.getByText('已满足').first().waitFor()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await context.setOffline(true)
    await page.fill('[name=tto]', '18%')
    await office.getByText('已违反').waitFor()
    await page.fill('[name="other[0]"]', '123456')
    await page.fill('[name=income]', '2000000')
    await table
      .getByRole('row', { name: /^净收入/ })
      .getByText('¥1,880,000.00')
      .first()
      .waitFor()
    expect(asked.filter((url) => url.includes('/law/'))).toEqual([])
    await context.setOffline(false)
    const link = page.url()
    expect(link).toContain('tto=18%25')
    expect(link).not.toContain('123456')
    await page.goto(link)
    await page.reload()
    await table
      .getByRole('row', { name: /^净收入/ })
      .getByText('¥1,880,000.00')
      .first()
      .waitFor()
    expect(await page.inputValue('[name=tto]')).toBe('18%')
    expect(errors).toEqual([])
  })

  test('what cannot be read is told at its field, and nothing is worked out meanwhile', async () => {
    const { page, go, errors } = await visit(house(), 'a-officer')
    await go('/simulator')
    await page.getByRole('region', { name: '各地对照' }).waitFor()
    await page.fill('[name=income]', '一百万')
    const field = page.locator('.field', { has: page.locator('[name=income]') })
    await field.locator('.wrong').waitFor()
    expect(await page.locator('[name=income]').getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByRole('region', { name: '各地对照' }).count()).toBe(0)
    await page.fill('[name=income]', '100')
    await page.fill('[name=tto]', '50%')
    await page.getByText('与贡献人员的比例合计超过 100%').waitFor()
    expect(errors).toEqual([])
  })

  test('a deal paid in parts, shared with another holder, is worked out payment by payment', async () => {
    const { page, go, picture, errors } = await visit(house(), 'a-officer')
    await go('/simulator')
    await page.getByText('分次到账（分期、里程碑、提成）').click()
    await page.getByRole('button', { name: '添加里程碑付款' }).click()
    await page.getByRole('button', { name: '添加销售提成' }).click()
    await page.getByRole('button', { name: '添加其他权利人' }).click()
    const course = page.getByRole('region', { name: /^逐笔到账和分配/ }).first()
    // 1,000,000 at once, 500,000 at the milestone, and 30,000 of each year's sales for three years.
    await course.getByRole('row', { name: /^合计/ }).getByText('¥1,590,000.00').waitFor()
    await course.getByRole('row', { name: /^合计/ }).getByText('¥318,000.00').waitFor()
    await picture('simulator-course')
    await page.reload()
    await course.getByRole('row', { name: /^合计/ }).getByText('¥1,590,000.00').waitFor()
    expect(errors).toEqual([])
  })

  test('a scenario is kept under a name and set beside another', async () => {
    const { page, go, picture, errors } = await visit(house(), 'a-officer')
    await go('/simulator')
    await page.getByText('已存方案').click()
    await page.getByRole('button', { name: '保存当前方案' }).click()
    await page.fill('[name=viewName]', '一次付清')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    // While the window stands before the page, nothing can be typed behind it.
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.fill('[name=income]', '2000000')
    // The window that asked for the name has closed the list.
    await page.getByText('已存方案').click()
    await page.getByRole('button', { name: '对照', exact: true }).click()
    const beside = page.getByRole('region', { name: /^与“一次付清”对照/ }).first()
    await beside
      .getByRole('row', { name: /^净收入/ })
      .getByText('¥1,000,000.00')
      .waitFor()
    await picture('simulator-beside')
    expect(errors).toEqual([])
  })

  test('commissioned work is worked out in the browser, payment by payment, and the link keeps it', async () => {
    const { page, go, picture, errors } = await visit(house(), 'a-officer')
    await go('/simulator')
    await page.getByRole('link', { name: '测算三技合同' }).click()
    const table = page.getByRole('region', { name: '各地对照' })
    // Of 200,000, taxes of 12,000 and costs of 60,000 leave 128,000, of which a half is given.
    await table
      .getByRole('row', { name: /^净收入/ })
      .getByText('¥128,000.00')
      .first()
      .waitFor()
    await table
      .getByRole('row', { name: /^奖酬金/ })
      .getByText('¥64,000.00')
      .first()
      .waitFor()
    await page.getByRole('button', { name: '添加一笔到账' }).click()
    await page.fill('[name="amount[1]"]', '100000')
    await page.fill('[name="taxes[1]"]', '0')
    await page.fill('[name="costs[1]"]', '20000')
    const course = page.getByRole('region', { name: /^逐笔到账和分配/ }).first()
    await course.getByRole('row', { name: /^合计/ }).getByText('¥208,000.00').waitFor()
    await picture('service-simulator')
    await page.reload()
    await course.getByRole('row', { name: /^合计/ }).getByText('¥208,000.00').waitFor()
    await page.fill('[name="amount[1]"]', '十万')
    const field = page.locator('.field', { has: page.locator('[name="amount[1]"]') })
    await field.locator('.wrong').waitFor()
    expect(await table.count()).toBe(0)
    expect(errors).toEqual([])
  })

  test('the simulator of commissioned work keeps to a phone’s width and can be read by everybody', async () => {
    const visitor = await visit(house(), 'a-officer', { width: 390 })
    await readable(visitor, '/simulator/service')
    await visitor.picture('service-simulator-phone')
    expect(await visitor.overflow()).toBe(0)
    expect(visitor.errors).toEqual([])
  })

  test('a case leads to its what-if, with its mode, price and costs', async () => {
    const { page, context, go, errors } = await visit(house(), 'a-officer')
    const answer = await context.request.get(`${house().server.address}/api/v1/cases?limit=100`)
    const { items } = (await answer.json()) as {
      items: readonly { id: string; status: string; mode: string | null }[]
    }
    const paid = items.find(({ status, mode }) => status === 'closed' && mode === 'assignment')
    await go(`/cases/${paid?.id}`)
    await page.getByRole('link', { name: '测算', exact: true }).click()
    await page.getByRole('region', { name: '各地对照' }).waitFor()
    const mode = page.getByRole('form', { name: '交易' }).getByLabel('转化方式')
    expect(await mode.inputValue()).toBe('assignment')
    expect(await page.inputValue('[name=income]')).not.toBe('1000000')
    expect(errors).toEqual([])
  })

  test('the simulator keeps to a phone’s width, can be read by everybody, and speaks English', async () => {
    const visitor = await visit(house(), 'a-officer', { width: 390 })
    await readable(visitor, '/simulator')
    await visitor.picture('simulator-phone')
    await visitor.page.getByRole('button', { name: 'English' }).click()
    await visitor.page.getByRole('heading', { name: 'Simulator' }).waitFor()
    await visitor.page.getByText('The contributors get their least share').first().waitFor()
    await visitor.picture('simulator-phone-en')
    expect(await visitor.overflow()).toBe(0)
    expect(visitor.errors).toEqual([])
  })
}
