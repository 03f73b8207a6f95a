import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { fillIn, openAct, record } from './acting.ts'
import { type House, passwordOf, visit } from './visit.ts'

// What somebody meets who looks around: signing in, the desk, cases, notices, the library.

interface Listed {
  readonly items: readonly { id: string; number: string; stage: string; status: string }[]
}

/** The pages and what they do, as the demonstration shows them. */
export function lookAround(house: () => House): void {
  const casesOf = async (login: string): Promise<Listed['items']> => {
    const { context } = await visit(house(), login)
    const answer = await context.request.get(`${house().server.address}/api/v1/cases?limit=100`)
    return ((await answer.json()) as Listed).items
  }

  test('a wrong password is refused in words; the right one leads to where one wanted to go', async () => {
    const { page, go, picture, errors } = await visit(house())
    await go('/policies')
    await page.fill('[name=login]', 'a-officer')
    await page.fill('[name=password]', 'wrong')
    await page.locator('button[type=submit]').click()
    await page.getByText('登录名或密码不正确').waitFor()
    await picture('sign-in')
    await page.fill('[name=password]', passwordOf(house().server, 'a-officer'))
    await page.locator('button[type=submit]').click()
    await page.getByRole('heading', { name: '政策库' }).waitFor()
    await page.getByText('示例省第一人民医院（虚构）').first().waitFor({ state: 'attached' })
    expect(errors).toEqual([])
  })

  test('the desk says what is due with its article, and one click leads to the form', async () => {
    const { page, go, picture, errors } = await visit(house(), 'a-officer')
    await go('/')
    await page.getByText('第十四条第（七）项').first().waitFor()
    await picture('workbench')
    await page.getByRole('link', { name: '去办理' }).first().click()
    await page.locator('form.act-form').waitFor()
    await page.getByText('依据与检查').waitFor()
    expect(errors).toEqual([])
  })

  test('a conclusion is explained one click deep, with its article and other readings', async () => {
    const { page, go, picture, errors } = await visit(house(), 'a-auditor')
    const paid = (await casesOf('a-auditor')).find(({ status }) => status === 'closed')
    await go(`/cases/${paid?.id}`)
    await page.getByRole('button', { name: '奖励贡献人员不低于' }).click()
    await page.locator('.explanation').getByText('净收入').first().waitFor()
    await page.locator('.explanation').getByText('释义口径').waitFor()
    await page.getByText('链已核验').first().waitFor()
    await picture('case')
    expect(errors).toEqual([])
  })

  test('of two officers the second sees what the first did, and keeps what was typed', async () => {
    const open = (await casesOf('a-officer')).find(({ stage }) => stage === 'negotiation')
    const first = await visit(house(), 'a-officer')
    const second = await visit(house(), 'a-officer')
    for (const one of [first, second]) {
      await openAct(one, open?.id ?? '', 'negotiationLogged')
    }
    await fillIn(second, { summary: '第二人填写的记录（演示）' })
    await fillIn(first, { summary: '第一人先行登记（演示）' })
    await record(first)
    await record(second, '他人刚刚登记了以下内容')
    await second.page.locator('.callout', { hasText: '登记谈判记录' }).first().waitFor()
    expect(await second.page.inputValue('[name=summary]')).toBe('第二人填写的记录（演示）')
    await record(second)
    expect([...first.errors, ...second.errors]).toEqual([])
  })

  test('a session that ends under one’s hands is opened again without losing the form', async () => {
    const open = (await casesOf('a-officer')).find(({ stage }) => stage === 'negotiation')
    const officer = await visit(house(), 'a-officer')
    const { page, context } = officer
    await openAct(officer, open?.id ?? '', 'negotiationLogged')
    await fillIn(officer, { summary: '登录过期前填写的内容（演示）' })
    await context.clearCookies()
    // What keeps the draft or tells others of it finds out first.
    const dialog = page.getByRole('dialog', { name: '登录已过期' })
    await dialog.locator('[name=login]').fill('a-officer')
    await dialog.locator('[name=password]').fill(passwordOf(house().server, 'a-officer'))
    await dialog.locator('button[type=submit]').click()
    await dialog.waitFor({ state: 'detached' })
    expect(await page.inputValue('[name=summary]')).toBe('登录过期前填写的内容（演示）')
    await record(officer)
  })

  test('without a network nothing is sent, now or later by itself, and the form is kept', async () => {
    const open = (await casesOf('a-officer')).find(({ stage }) => stage === 'negotiation')
    const officer = await visit(house(), 'a-officer')
    const { page, context } = officer
    await openAct(officer, open?.id ?? '', 'negotiationLogged')
    await fillIn(officer, { summary: '断网时填写的内容（演示）' })
    await context.setOffline(true)
    await page.locator('form.act-form button[type=submit]').click()
    await page.getByRole('button', { name: '确认登记' }).click()
    await page.locator('.banner', { hasText: '连接不上服务器' }).waitFor({ timeout: 10_000 })
    await context.setOffline(false)
    await page.locator('.banner').waitFor({ state: 'detached' })
    expect(await page.inputValue('[name=summary]')).toBe('断网时填写的内容（演示）')
    expect(await page.getByText('已记录').count()).toBe(0)
    await record(officer)
  })

  test('anybody objects to a notice on a phone, and gets a receipt', async () => {
    const { page, go, picture, errors, overflow } = await visit(house(), undefined, { width: 390 })
    await go('/notices?state=running')
    await page.locator('.notice-line a').first().click()
    await page.getByText('如何提出异议').waitFor()
    await picture('notice-phone')
    await page.getByRole('link', { name: '自行核验' }).click()
    await page.getByText('内容自发布以来未改动').waitFor()
    await page.getByRole('link', { name: '返回公示' }).click()
    await page.getByRole('link', { name: '提出异议' }).click()
    await page.fill('[name=name]', '示例丙')
    await page.fill('[name=idNumber]', '110101190001010007')
    await page.fill('[name=contact]', '示例地址一号')
    await page.fill('[name=text]', '团队名单有遗漏（演示）')
    await page.locator('button[type=submit]').click()
    await page.getByText('校验码正确').waitFor()
    await page.fill('[name=idNumber]', '110101190001010006')
    await page.locator('button[type=submit]').click()
    await page.getByText('受理编号').waitFor()
    await picture('receipt-phone')
    expect(await overflow()).toBeLessThanOrEqual(0)
    await page.getByRole('link', { name: '返回公示' }).click()
    await page.getByText('已中止').first().waitFor()
    expect(errors).toEqual([])
  })

  test('the keys find a record from anywhere', async () => {
    const { page, go, errors } = await visit(house(), 'a-officer')
    await go('/policies')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('XM-2026')
    await page.getByRole('option', { name: /XM-/ }).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/cases\//)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor()
    expect(errors).toEqual([])
  })

  test('every page keeps to a phone’s width and can be read by everybody', async () => {
    const open = (await casesOf('a-officer')).find(({ stage }) => stage === 'notice')
    const paid = (await casesOf('a-auditor')).find(({ status }) => status === 'closed')
    const visitor = await visit(house(), 'a-officer', { width: 390 })
    const inside = [
      '/',
      '/calendar',
      '/calendar?view=month',
      '/reminders',
      '/cases',
      `/cases/${open?.id}`,
      '/cases/new',
      '/achievements',
      '/achievements/new',
      '/rights',
      '/rights/new',
      '/contracts',
      '/receipts',
      '/imports',
      '/policies',
      '/policies/gd-2025',
      '/policies/gd-2025#a18',
      '/notices',
      '/account',
      '/registrations',
      '/holdings',
      '/taxes',
      `/simulator?case=${open?.id}`,
      `/cases/${paid?.id}`,
    ]
    for (const path of inside) await readable(visitor, path)
    const stranger = await visit(house(), undefined, { width: 390 })
    for (const path of ['/login', '/notices', '/mail-stop', '/nowhere'])
      await readable(stranger, path)
    expect([...visitor.errors, ...stranger.errors]).toEqual([])
  })

  test('nobody signed in is sent away from a case, with a problem that says so', async () => {
    const answer = await fetch(`${house().server.address}/api/v1/cases`)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })
}

/** A page that fits the screen and has nothing serious in the way of anybody. */
export async function readable(
  { page, go, overflow }: Awaited<ReturnType<typeof visit>>,
  path: string,
): Promise<void> {
  await go(path)
  await expect
    .poll(() => page.locator('.bones').count(), { message: path, timeout: 10_000 })
    .toBe(0)
  expect([path, await overflow()]).toEqual([path, 0])
  // No table is cut: on a phone each row is a card.
  const cut = await page
    .locator('section.scroll')
    .evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.ariaLabel),
    )
  expect([path, cut]).toEqual([path, []])
  // A menu that unfolds stays on the screen.
  for (const menu of await page.locator('main details.menu > summary').all()) {
    await menu.click()
    expect([path, await overflow()]).toEqual([path, 0])
    await menu.click()
  }
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ target }) => target).join(' | ')}`)
  expect(serious).toEqual([])
}
