import { type Words, yuanText } from '@yizhuan/kit'
import type { ProblemCode } from './problem-codes.ts'
import { sentences } from './sentences.ts'

/** What a message may name. */
export interface MessageFacts {
  readonly raw: string
  readonly otherRow?: number | undefined
  readonly otherSheet?: string | undefined
  readonly computed?: bigint | undefined
  readonly facts: readonly string[]
}

/** What is wrong and what to do, in both languages. */
export function messageOf(code: ProblemCode, facts: MessageFacts): Words {
  const [zh, en] = sentences[code]
  return { zh: filled(zh, placesIn(facts, 'zh')), en: filled(en, placesIn(facts, 'en')) }
}

function filled(sentence: string, places: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, place: string) => places[place] ?? '')
}

function placesIn(
  { raw, otherRow, otherSheet, computed, facts }: MessageFacts,
  lang: 'zh' | 'en',
): Readonly<Record<string, string>> {
  const shown = raw.replace(/\s+/g, ' ').slice(0, 60)
  const row = lang === 'zh' ? `第 ${otherRow} 行` : `row ${otherRow}`
  const onSheet = lang === 'zh' ? `“${otherSheet}”${row}` : `${row} of ${otherSheet}`
  const [value, other] = facts
  const amount = computed === undefined ? '' : yuanText(computed)
  return {
    raw: lang === 'zh' ? `“${shown}”` : `"${shown}"`,
    other: otherSheet === undefined ? row : onSheet,
    computed:
      computed === undefined
        ? ''
        : lang === 'zh'
          ? `，应为 ${amount} 元`
          : `; it would give CNY ${amount}`,
    a: value ?? '',
    b: other ?? '',
  }
}
