import { toChinese } from '@yizhuan/law'
import type { Composed, ComposedBlock, Run } from '@yizhuan/procedures'
import { filled, type Piece, wordsOf } from './placeholder.ts'
import type { TextVersion } from './text.queries.ts'
import { gapsIn, valueIn } from './text.ts'

/** A version of a contract text as a paper: its clauses numbered, what is missing a blank line. */
export function textPaper(of: {
  readonly id: string
  readonly institution: string
  readonly version: TextVersion
  readonly isNamed: boolean
  /** Whether the English text stands below the Chinese. */
  readonly isBoth: boolean
  /** The entry of the text's chain that wrote the version. */
  readonly entry: { readonly seq: number; readonly hash: string }
}): Composed {
  const { id, institution, version, isNamed, isBoth, entry } = of
  const { parts, facts, inputs, title } = version
  const zh = valueIn(facts, inputs, 'zh')
  const en = valueIn(facts, inputs, 'en')
  const blocks = parts
    .filter(({ clause }) => clause !== null)
    .flatMap((part, at): ComposedBlock[] => [
      { is: 'heading', number: `第${toChinese(at + 1)}条`, runs: [{ text: part.name }] },
      ...paragraphs(filled(part.zh, zh)),
      ...(isBoth && part.en !== null
        ? [
            {
              is: 'text' as const,
              at: 'left' as const,
              runs: [{ text: `Article ${at + 1} ${part.headingEn ?? ''}` }],
            },
            ...paragraphs(filled(part.en, en)),
          ]
        : []),
    ])
  const state = isNamed ? '定稿' : '文稿'
  return {
    id: `contract-text/${id}/${version.version}`,
    title,
    institution,
    blocks: [...blocks, { is: 'sign', who: ['甲方（签字、盖章）', '乙方（签字、盖章）'] }],
    missing: gapsIn(parts, facts, inputs).map(({ name, at }) => ({
      ...{ field: name, label: wordsOf(name), isByHand: at === 'draft' },
    })),
    proof: `${institution} · 合同${state}第 ${version.version} 版\n记录第 ${entry.seq} 条 · 记录哈希 ${entry.hash}`,
    isDraft: false,
    values: {},
  }
}

/** A text as paragraphs: each line of it is one. */
function paragraphs(pieces: readonly Piece[]): ComposedBlock[] {
  const lines: Run[][] = [[]]
  for (const { text, blank } of pieces) {
    const [first = '', ...more] = text.split('\n')
    const runs = (part: string): Run[] =>
      part === '' ? [] : [{ text: part, ...(blank !== undefined && { blank }) }]
    lines.at(-1)?.push(...runs(first))
    for (const line of more) lines.push(runs(line))
  }
  return lines.filter((runs) => runs.length > 0).map((runs) => ({ is: 'text', at: 'body', runs }))
}
