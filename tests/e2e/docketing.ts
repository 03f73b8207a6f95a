import { expect, test } from 'vitest'
import { type House, visit } from './visit.ts'

// What an office does about annual fees: see what is late and why, put fees together, have them approved
// by somebody else, take the receipts back.

/** From a late fee to its receipt. */
export function keepTheDocket(house: () => House): void {
  test('a late fee is priced by both readings, approved by another, paid and receipted', async () => {
    const officer = await visit(house(), 'a-officer')
    await officer.go('/')
    await officer.page.getByText('今年因疏忽失效').waitFor()
    await officer.go('/fees?state=inGrace')
    await officer.page.getByText('另一算法').first().waitFor()
    await officer.picture('fees')
    await officer.page.getByLabel(/^选择“一种可调式脊柱牵引装置/).check()
    await officer.page.getByRole('button', { name: '汇成缴费批次（1）' }).click()
    await officer.page.fill('[name=budget]', '专利维持经费（演示）')
    await officer.page.fill('[name=budgetFen]', '5000')
    await officer.page.fill('[name=keepReason]', '开放许可实施中')
    await officer.page.getByRole('button', { name: '提交审批' }).click()
    await officer.page.getByText('待提出人以外的人审批').waitFor()
    const path = new URL(officer.page.url()).pathname

    const leader = await visit(house(), 'a-leaders')
    await leader.go(path)
    await leader.page.getByRole('button', { name: '批准' }).click()
    await leader.page.locator('dialog').getByRole('button', { name: '批准' }).click()
    await leader.page.getByText('缴费清单 XLSX').waitFor()

    await officer.go(path)
    await officer.page.getByRole('button', { name: '登记回执' }).click()
    await officer.page.getByLabel('回执号').fill('SJ-2026-0001')
    await officer.page.getByRole('button', { name: '登记 1 张回执' }).click()
    await officer.page.getByText('结清').first().waitFor()
    await officer.page.getByRole('link', { name: /^20/ }).first().click()
    await officer.page.getByText('SJ-2026-0001').first().waitFor()
    await officer.picture('docket')

    const phone = await visit(house(), 'a-officer', { width: 390 })
    await phone.go(new URL(officer.page.url()).pathname)
    await phone.page.getByRole('heading', { name: '年费', exact: true }).waitFor()
    expect(await phone.overflow()).toBeLessThanOrEqual(0)
    expect([...officer.errors, ...leader.errors, ...phone.errors]).toEqual([])
  })
}
