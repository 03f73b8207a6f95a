import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { citationsOf } from './citations.ts'
import { isMapping, mappingAt, type PackSource } from './pack-source.ts'
import { nodeAt } from './text/address.ts'
import type { LawText } from './text/law-text.ts'
import { readsIn } from './text/matching.ts'
import { parseLawText } from './text/parse-law-text.ts'

/** The texts of a pack's sources among the `.txt` files of a folder, found by title and addresses. */
export function findTexts(source: PackSource, folder: string): ReadonlyMap<string, LawText> {
  const found = new Map<string, LawText>()
  if (!existsSync(folder)) return found
  const raws = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const sources = source.head['sources']
  for (const each of (Array.isArray(sources) ? sources : []).filter(isMapping)) {
    const id = String(each['id'])
    const title = String(mappingAt(each, 'title')['zh'])
    const candidates = raws.filter((raw) => readsIn(title, raw)).map((raw) => parseLawText(raw))
    const best = candidates.sort((a, b) => resolved(source, id, b) - resolved(source, id, a))[0]
    if (best) found.set(id, best)
  }
  return found
}

/** How many addresses the pack cites exist in the text. */
const resolved = (source: PackSource, id: string, law: LawText): number =>
  citationsOf(source).filter((each) => each.source === id && !('error' in nodeAt(law, each.at)))
    .length
