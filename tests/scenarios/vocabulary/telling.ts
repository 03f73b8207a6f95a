// What happened in a scenario, told line by line as it happens, and written down for those who read no code.
import type { Words } from '@yizhuan/kit'
import type { Refusal, Told } from './hands.ts'

/** A line of a story: something done, something refused, or something to be seen. */
export type Line =
  | ({ readonly is: 'done' } & Told)
  | ({ readonly is: 'refused'; readonly by: string; readonly why: Words } & Told)
  | { readonly is: 'seen'; readonly on: string; readonly words: Words }

export class Telling {
  readonly lines: Line[] = []

  done(what: Told): void {
    this.lines.push({ is: 'done', ...what })
  }

  refused({ what, because }: Refusal, by: string): void {
    this.lines.push({ is: 'refused', ...what, by, why: because })
  }

  seen(on: string, zh: string, en: string): void {
    this.lines.push({ is: 'seen', on, words: { zh, en } })
  }
}

/** The story as a section in Markdown: a point for each day. */
export function written(number: number, title: Words, story: Words, { lines }: Telling): string {
  const days = [...new Set(lines.map(({ on }) => on))]
  return [
    `## ${number}. ${title.zh} · ${title.en}`,
    '',
    story.zh,
    '',
    story.en,
    '',
    ...days.flatMap((day) => {
      const happened = lines.filter(({ on }) => on === day).map(said)
      const [first, ...more] = happened
      return more.length === 0
        ? [`- **${day}** ${first}`]
        : [`- **${day}**`, ...happened.map((line) => `  - ${line}`)]
    }),
  ].join('\n')
}

function said(line: Line): string {
  if (line.is === 'seen') return `→ ${line.words.zh} · ${line.words.en}`
  const { who, act, about = '' } = line
  const gist = about === '' ? '' : `（${about}）`
  const what = `${who.zh}：${act.zh}${gist} · ${who.en}: ${act.en}`
  if (line.is === 'done') return what
  const { zh, en } = line.why
  return `✗ ${what} — 不予受理 refused \`${line.by}\` ${zh === en ? zh : `${zh} · ${en}`}`
}
