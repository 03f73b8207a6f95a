import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Day } from '@yizhuan/kit'
import type { Composed } from '@yizhuan/procedures'
import { PAGE } from './pdf-page.ts'
import { widthsOf } from './widths.ts'

/** A paper to be printed, and the day it is made on. */
export interface Page {
  readonly paper: Composed
  readonly day: Day
}

/** Regular and bold of one Chinese serif: loading all its weights would take 100 MB. */
const weights = ['400Regular', '700Bold'] as const

let typesetter: NodeCompiler | undefined

/** Typesetting remembers what it laid out; beyond this many papers it begins anew. */
const PAPERS_REMEMBERED = 20
let printed = 0

/**
 * A paper as PDF/A-2b with a text layer that can be searched and copied.
 *
 * The same paper made on the same day has the same bytes.
 */
export function pdfOf({ paper, day }: Page): Uint8Array {
  typesetter ??= openTypesetter()
  if (++printed % PAPERS_REMEMBERED === 0) typesetter.evictCache(0)
  return typeset(typesetter, JSON.stringify(dataOf(paper, day)))
}

/** How often characters are put aside before a paper is given up: each time all that were named are. */
const MOST_TRIES = 5

function typeset(typesetter: NodeCompiler, data: string): Uint8Array {
  let text = data
  for (let tries = 1; ; tries += 1) {
    const compiled = typesetter.compile({ mainFileContent: PAGE, inputs: { paper: text } })
    if (!compiled.result) {
      const [first] = compiled.takeDiagnostics()?.shortDiagnostics ?? []
      throw new Error(`The page of papers does not compile: ${JSON.stringify(first)}`)
    }
    try {
      return new Uint8Array(typesetter.pdf(compiled.result, { pdfStandard: 'a-2b' }))
    } catch (error) {
      const named = withoutGlyph(String(error))
      if (named.length === 0 || tries === MOST_TRIES) throw error
      text = named.reduce((all, one) => all.replaceAll(one, codeOf(one)), text)
    }
  }
}

/** The characters that the typesetter says its font has no picture of. */
function withoutGlyph(message: string): readonly string[] {
  const texts = [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)]
  const characters = texts.flatMap(([, text = '']) => [...unescaped(text)])
  return [...new Set(characters)].filter((one) => one.trim() !== '' && one > '~')
}

const unescaped = (text: string) =>
  text.replace(/\\+u\{([0-9a-f]+)\}/g, (_all, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )

/** A character the font lacks is told by its code: a name on a paper loses nothing. */
const codeOf = (character: string) =>
  `〓(U+${character.codePointAt(0)?.toString(16).toUpperCase()})`

function openTypesetter(): NodeCompiler {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc'))
  return NodeCompiler.create({
    // A folder with nothing to read: a page takes what it says from its data alone.
    workspace: join(fonts, weights[0]),
    fontArgs: [{ fontPaths: weights.map((weight) => join(fonts, weight)) }],
  })
}

function dataOf({ blocks, ...paper }: Composed, day: Day) {
  const { title, institution, proof, isDraft, isWide = false } = paper
  return {
    title,
    institution,
    isDraft,
    isWide,
    day: day.split('-').map(Number),
    proof: proof.split('\n'),
    blocks: blocks.map((block) =>
      block.is === 'rows' ? { ...block, widths: widthsOf(block) } : block,
    ),
  }
}
