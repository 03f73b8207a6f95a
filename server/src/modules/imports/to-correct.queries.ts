import type { Lang } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import type { Remark } from './to-correct.ts'

/** The rows of an import that stay out because of what is open about them, each with what that is. */
export async function rowsToCorrect(
  tx: Tx,
  institution: string,
  id: string,
  lang: Lang,
): Promise<readonly Remark[]> {
  const rows = await tx
    .selectFrom('importRow')
    .select(['sheet', 'row', 'reason'])
    .where('institutionId', '=', institution)
    .where('importId', '=', id)
    .where('state', '=', 'refused')
    .orderBy('n')
    .execute()
  const problems = await tx
    .selectFrom('importProblem')
    .select(['sheet', 'row', 'header', 'message'])
    .where('institutionId', '=', institution)
    .where('importId', '=', id)
    .where('settled', 'is', null)
    .orderBy('n')
    .execute()
  const said = new Map<string, string[]>()
  const placeOf = ({ sheet, row }: { sheet: string; row: number }) => `${sheet}\n${row}`
  for (const { header, message, ...place } of problems) {
    const known = said.get(placeOf(place)) ?? []
    said.set(placeOf(place), known)
    known.push(header === '' ? message[lang] : told(lang, header, message[lang]))
  }
  return rows.map(({ sheet, row, reason }) => {
    const all = [...(reason ? [reason[lang]] : []), ...(said.get(placeOf({ sheet, row })) ?? [])]
    return { sheet, row, words: all.join('\n') }
  })
}

function told(lang: Lang, header: string, message: string): string {
  return lang === 'zh' ? `${header}：${message}` : `${header}: ${message}`
}

/** Forgets the files of imports that were confirmed long enough ago. */
export async function forgetContents(tx: Tx, institution: string, before: Date): Promise<void> {
  await tx
    .updateTable('ledgerImport')
    .set({ contentSealed: null })
    .where('institutionId', '=', institution)
    .where('state', '=', 'confirmed')
    .where('settledAt', '<', before)
    .where('contentSealed', 'is not', null)
    .execute()
}
