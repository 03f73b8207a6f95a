import { expect, test } from 'vitest'
import { readable } from './looking.ts'
import { type House, visit } from './visit.ts'

// How an institution settles in: its people and accounts, its own rules, approved by two persons.

/** The pages under 设置, as the second hospital of the demonstration uses them. */
export function settleIn(house: () => House): void {
  test('somebody is entered, invited by a link that works once, and signs in on a phone', async () => {
    const { page, go, picture, errors } = await visit(house(), 'b-admin')
    await go('/people')
    await page.getByRole('button', { name: '登记人员' }).click()
    const form = page.getByRole('dialog')
    await form.locator('[name=name]').fill('示例新人')
    await form.locator('[name=idCard]').fill('110101190001010007')
    await form.getByRole('button', { name: '保存' }).click()
    await form.locator('.wrong').getByText('校验位').waitFor()
    await form.locator('[name=idCard]').fill('110101190001010006')
    await form.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { name: '示例新人' }).waitFor()
    await page.getByText('110*************06').first().waitFor()
    await page.getByRole('button', { name: '开通账号' }).click()
    await form.getByLabel('登录名').fill('b-newcomer')
    await form.getByLabel('法务').check()
    await form.getByRole('button', { name: '生成邀请链接' }).click()
    const link = page.locator('.callout .hash')
    await link.waitFor()
    await picture('person')

    const newcomer = await visit(house(), undefined, { width: 390 })
    const address = String(await link.textContent())
    await newcomer.go(new URL(address).pathname + new URL(address).search)
    await newcomer.page.getByText('示例新人').waitFor()
    await newcomer.page.locator('input[type=password]').fill('a long enough password')
    await newcomer.page.locator('button[type=submit]').click()
    await newcomer.page.waitForURL(house().server.address.concat('/'))
    await newcomer.go('/account')
    await newcomer.page.getByText('本机').waitFor()
    const again = await visit(house())
    await again.go(new URL(address).pathname + new URL(address).search)
    await again.page.getByText('链接无效').waitFor()
    expect([...errors, ...newcomer.errors]).toEqual([])
  })

  test('an own rule laxer than the law is refused by its article; a stricter one takes two persons', async () => {
    const legal = await visit(house(), 'b-legal')
    await legal.go('/institution/rules')
    await legal.page.locator('.layers', { hasText: '70%' }).getByText('80%').waitFor()
    const notice = legal.page.locator('[id="notice.days"]')
    await notice.getByRole('button', { name: '另行规定' }).click()
    const form = legal.page.getByRole('dialog')
    await form.locator('input').first().fill('10')
    await form.locator('textarea').fill('院发（演示）第三条')
    await form.getByRole('button', { name: '提出' }).click()
    await form.locator('.wrong').getByText('宽于法定的15日').waitFor()
    await form.locator('input').first().fill('20')
    await form.getByRole('button', { name: '看哪些在办项目会变化' }).click()
    await form.getByRole('status').waitFor()
    await form.getByRole('button', { name: '提出' }).click()
    await notice.getByText('须由另一人批准').waitFor()
    await legal.picture('own-rules')

    const leaders = await visit(house(), 'b-leaders', { width: 390 })
    await leaders.go('/institution/rules')
    await leaders.page.getByRole('button', { name: '批准', exact: true }).click()
    await leaders.page.locator('[id="notice.days"]').getByText('执行中').waitFor()
    await leaders.picture('own-rules-phone')
    expect([...legal.errors, ...leaders.errors]).toEqual([])
  })

  test('another reading shows what it would change before anybody proposes it', async () => {
    const { page, go, picture, errors } = await visit(house(), 'b-legal')
    await go('/institution/readings')
    const clause = page.locator('[id="gd.plan.merged"]')
    await clause.getByText('必须另行公示').first().waitFor()
    await clause.getByRole('button', { name: '如果一直按此口径' }).click()
    await clause.getByRole('status').waitFor()
    await picture('readings')
    expect(errors).toEqual([])
  })

  test('finance opens a sealed number for a purpose, and the administrator sees that it did', async () => {
    const finance = await visit(house(), 'b-finance')
    await finance.go('/people?q=示例新人')
    await finance.page.getByRole('link', { name: '示例新人' }).click()
    await finance.page.getByRole('button', { name: '查看' }).click()
    const form = finance.page.getByRole('dialog')
    await form.locator('input').fill('发放转化奖励（演示）')
    await form.getByRole('button', { name: '查看' }).click()
    await form.getByText('110101190001010006').waitFor()
    const admin = await visit(house(), 'b-admin')
    await admin.go(new URL(finance.page.url()).pathname)
    await admin.page.getByText('发放转化奖励（演示）').waitFor()
    expect([...finance.errors, ...admin.errors]).toEqual([])
  })

  test('every page of the settings keeps to a phone’s width and can be read by everybody', async () => {
    const visitor = await visit(house(), 'b-admin', { width: 390 })
    const { page, go } = visitor
    await go('/people?q=B0006')
    const link = page.locator('.grid-links a')
    await link.waitFor()
    const person = String(await link.getAttribute('href'))
    for (const path of [
      '/people',
      '/people/units',
      '/people/accounts',
      person,
      '/institution/profile',
      '/institution/rules',
      '/institution/readings',
    ]) {
      await readable(visitor, path)
    }
    expect(visitor.errors).toEqual([])
  })
}
