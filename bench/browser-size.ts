import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rulesOf, textsOf } from '@yizhuan/law'
import {
  basesOf,
  loadCalendars,
  packFoldersIn,
  packOf,
  readPackSource,
} from '@yizhuan/law-authoring'
import { build } from 'vite'

/** What a browser loads of the law, each compressed by itself as it travels, in bytes. */
export interface BrowserSize {
  /** The code that judges a case. */
  readonly kernel: number
  /** What the packs rule, and the calendars. */
  readonly rules: number
  /** Fetched when an explanation is read: the code that tells it, and the texts of one language. */
  readonly telling: number
  readonly texts: number
}

/** The names that a page takes from the kernel to judge, and besides them to explain. */
const JUDGING = ['lawFrom', 'assess', 'parseFacts']
const TELLING = ['explain', 'sentenceOf']

/** The size of every pack of the repository with those it stands on, by its id. */
export async function browserSizes(root: string): Promise<ReadonlyMap<string, BrowserSize>> {
  const packs = join(root, 'packs')
  const kernel = await codeSize(root, JUDGING)
  const telling = (await codeSize(root, [...JUDGING, ...TELLING])) - kernel
  const calendars = loadCalendars(packs)
  const sizes = packFoldersIn(packs).map((dir): [string, BrowserSize] => {
    const source = readPackSource(dir)
    const stack = [...basesOf(source), packOf(source)]
    const texts = Math.max(...(['zh', 'en'] as const).map((lang) => sizeOf(textsOf(stack, lang))))
    return [source.id, { kernel, rules: sizeOf(rulesOf(stack, calendars)), telling, texts }]
  })
  return new Map(sizes)
}

const compressed = (text: string): number => gzipSync(text, { level: 9 }).length
const sizeOf = (document: unknown): number => compressed(JSON.stringify(document))

/** The size of some of the kernel, built as the pages are. */
async function codeSize(root: string, names: readonly string[]): Promise<number> {
  const page = join(root, 'bench/page.js')
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { conditions: ['source'] },
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === page ? id : undefined),
        load: (id) => (id === page ? `export { ${names.join()} } from '@yizhuan/law'` : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: page, preserveEntrySignatures: 'strict' },
    },
  })
  const files = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
  const code = files.map((each) => (each.type === 'chunk' ? each.code : ''))
  if (!names.every((name) => code.some((each) => each.includes(`as ${name}`))))
    throw new Error('The kernel was not bundled.')
  return code.reduce((sum, each) => sum + compressed(each), 0)
}
