import type { Visitor } from './visit.ts'

/** What is put into the form of an act, by the place of the field. */
export type Answers = Readonly<Record<string, string | boolean>>

/** Opens the form of an act on a case's page. */
export async function openAct({ page, go }: Visitor, id: string, act: string): Promise<void> {
  await go(`/cases/${id}?act=${act}`)
  await page.locator('form.act-form').waitFor()
}

/** Fills in fields; questions are answered by yes and no, choices by their words. */
export async function fillIn({ page }: Visitor, answers: Answers): Promise<void> {
  const form = page.locator('form.act-form')
  for (const [place, answer] of Object.entries(answers)) {
    const options = form.locator(`input[type=radio][data-field="${place}"]`)
    if ((await options.count()) > 0) {
      const word = typeof answer === 'boolean' ? (answer ? '是' : '否') : answer
      await form
        .locator('label.choice', { has: page.locator(`[data-field="${place}"]`) })
        .filter({ hasText: new RegExp(`^${word}$`) })
        .click()
      continue
    }
    const field = form.locator(`[name="${place}"]`)
    if (typeof answer === 'boolean') await field.setChecked(answer)
    else if ((await field.evaluate((element) => element.tagName)) === 'SELECT')
      await field.selectOption({ label: answer })
    else await field.fill(answer)
  }
}

/** Adds a paper to the form. */
export async function attach({ page }: Visitor, name: string): Promise<void> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(`${name}（演示）`) }
  await page.locator('form.act-form input[type=file]').first().setInputFiles(file)
  await page.locator('form.act-form .files').getByText(name).waitFor()
}

/** Reads the act once more and records it; resolves once the case says so. */
export async function record({ page }: Visitor, says = '已记录'): Promise<void> {
  await page.locator('form.act-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认登记' }).click()
  await page.getByText(says).first().waitFor()
}

/** Opens, fills in and records an act. */
export async function act(
  who: Visitor,
  id: string,
  type: string,
  answers: Answers = {},
  paper?: string,
): Promise<void> {
  await openAct(who, id, type)
  await fillIn(who, answers)
  if (paper !== undefined) await attach(who, paper)
  await record(who)
}
