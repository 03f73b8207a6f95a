import { expect, test } from 'vitest'
import { readable } from './looking.ts'
import { type House, visit } from './visit.ts'

// What finance does about tax withheld: take the payroll's list into a batch, and pay a month over by two.

interface Batches {
  readonly items: readonly { id: string; title: string; taxUnknown: number }[]
}

/** From the list of the payroll to the tax office. */
export function payTax(house: () => House): void {
  test('the list of a batch is filled in, looked at and taken, on a phone', async () => {
    const { page, context, go, picture, overflow, errors } = await visit(house(), 'a-finance', {
      width: 390,
    })
    const at = `${house().server.address}/api/v1`
    const { items } = (await (await context.request.get(`${at}/payouts`)).json()) as Batches
    const waiting = items.find(({ title }) => title.includes('待登记代扣税额'))
    expect(waiting?.taxUnknown).toBeGreaterThan(0)
    await go(`/payouts/${waiting?.id}`)
    await page.getByText('笔未登记代扣税额').first().waitFor()
    await page.getByRole('button', { name: '登记代扣税额' }).click()
    const form = page.getByRole('dialog')
    await form.getByText('下载付款清单').waitFor()
    await picture('tax-dialog')
    expect(await overflow()).toBeLessThanOrEqual(0)
    const list = await context.request.get(`${at}/payouts/${waiting?.id}/withheld-list.csv`)
    const lines = (await list.text()).trimEnd().split('\r\n')
    const file = (tax: string) => ({
      ...{ name: '代扣税额.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(lines.map((line, n) => (n === 0 ? line : `${line}${tax}`)).join('\r\n')),
    })
    const chosen = form.locator('input[type=file]')
    await chosen.setInputFiles(file('很多'))
    await form.getByText('行不符').waitFor()
    await picture('tax-faults')
    expect(await overflow()).toBeLessThanOrEqual(0)
    await chosen.setInputFiles(file('100.50'))
    await form.getByText('读到').waitFor()
    await form.locator('[name=document]').fill('工资表（演示）2')
    await form.getByRole('button', { name: '登记代扣税额' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByText('笔未登记代扣税额').first().waitFor({ state: 'detached' })
    expect(errors).toEqual([])
  })

  test('tax of a month is paid over by two, and every page of it keeps to a phone', async () => {
    const leaders = await visit(house(), 'a-leaders', { width: 390 })
    await readable(leaders, '/tax-months')
    await leaders.picture('tax-months')
    await leaders.page.getByText('待审批').first().waitFor()
    await leaders.page.locator('a[href^="/tax-remittances/"]').first().click()
    await leaders.page.getByRole('button', { name: '批准' }).click()
    const form = leaders.page.getByRole('dialog')
    await form.getByRole('button', { name: '批准' }).click()
    await form.waitFor({ state: 'detached' })
    const path = new URL(leaders.page.url()).pathname
    await readable(leaders, path)

    const finance = await visit(house(), 'a-finance', { width: 390 })
    await finance.go(path)
    await finance.page.getByRole('button', { name: '登记缴库或到账' }).click()
    const proof = finance.page.getByRole('dialog')
    await proof.locator('[name=on]').fill(await today(finance.context, house().server.address))
    await proof.locator('[name=document]').fill('完税证明（演示）1')
    await proof.getByRole('button', { name: '登记缴库或到账' }).click()
    await proof.waitFor({ state: 'detached' })
    await finance.page.getByText('已办结').first().waitFor()
    await finance.picture('tax-remittance')
    expect([...leaders.errors, ...finance.errors]).toEqual([])
  })
}

async function today(
  context: Awaited<ReturnType<typeof visit>>['context'],
  address: string,
): Promise<string> {
  const answer = await context.request.get(`${address}/api/v1/withheld-taxes`)
  return ((await answer.json()) as { today: string }).today
}
