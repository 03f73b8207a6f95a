import type { Words } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import { checkedChange, checkedNew, trusteeshipProblem } from '../trusteeships/index.ts'
import { type Settling, saidBy, settleEach } from './one-by-one.ts'
import type { Staged, StagedDraft } from './staged.queries.ts'
import { toldBy } from './write-trusteeships.ts'

/** Keeps the rows of a draft out that the register of trusteeships would refuse, each with its reason. */
export const settleTrusteeships: Settling = (draft, clock) =>
  settleEach(draft, 'trusteeships', 'trusteeship', (row) => againstRow(draft, clock, row))

async function againstRow(
  draft: StagedDraft,
  clock: Clock,
  row: Staged,
): Promise<Words | undefined> {
  const { tx, institution } = draft
  const told = await toldBy(draft, row)
  if (told.kind === 'refused') {
    const { name, isMany } = told.refusal.facts
    if (isMany === 'yes') {
      return {
        zh: `编号“${name}”由几个国家（地区）的权利共用，无法判断托管的是哪一件；请在托管协议页面登记并选择`,
        en: `several rights of different countries bear "${name}", and which one is held in trust is not said; enter the agreement on its page and choose there`,
      }
    }
    return {
      zh: `“${name}”不在成果或知识产权登记中；托管的对象须先登记，再导入托管协议`,
      en: `"${name}" is neither a registered achievement nor a registered right; enter what is held in trust first, then import the agreement`,
    }
  }
  const { whole, change } = told.value
  const checked =
    row.state === 'new'
      ? await checkedNew(tx, clock, institution, whole)
      : await checkedChange(tx, clock, institution, row.recordId ?? '', change)
  if (checked.kind === 'accepted') return undefined
  return saidBy(trusteeshipProblem(checked.refusal))
}
