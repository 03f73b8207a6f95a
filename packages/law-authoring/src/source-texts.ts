import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { citationsOf, declaredSources } from './citations.ts'
import type { PackSource } from './pack-source.ts'
import { nodeAt } from './text/address.ts'
import type { LawText } from './text/law-text.ts'
import { normalised, readsIn } from './text/matching.ts'
import { parseLawText } from './text/parse-law-text.ts'

/**
 * The texts of a pack's sources in a folder and those below it, found by their heading or, where none
 * has it, by a title that occurs and the addresses that exist.
 */
export function findTexts(source: PackSource, folder: string): ReadonlyMap<string, LawText> {
  const found = new Map<string, LawText>()
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return found
  const raws = textFilesIn(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  for (const { id, title, lacksText } of declaredSources(source)) {
    if (lacksText) continue
    const headed = raws.filter((raw) => normalised(headingOf(raw)) === normalised(title))
    const named = headed.length > 0 ? headed : raws.filter((raw) => readsIn(title, raw))
    const candidates = named.map((raw) => parseLawText(raw))
    const best = candidates.sort((a, b) => resolved(source, id, b) - resolved(source, id, a))[0]
    if (best) found.set(id, best)
  }
  return found
}

const textFilesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt') || name.endsWith('.md'))
    .sort()

/** The top headings of a text in Markdown, put together: a code is cut into books. */
const headingOf = (raw: string): string =>
  raw
    .split('\n')
    .filter((line) => line.startsWith('# '))
    .map((line) => line.slice(2))
    .join('')

/** How many addresses the pack cites exist in the text. */
const resolved = (source: PackSource, id: string, law: LawText): number =>
  citationsOf(source).filter((each) => each.source === id && !('error' in nodeAt(law, each.at)))
    .length
