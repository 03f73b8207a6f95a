import { basename } from 'node:path'
import { labelOf } from '@yizhuan/law'
import { type LawText, parseLawText } from '@yizhuan/law-authoring'
import { type Command, optionsOf, print, UsageError } from './command.ts'
import { readText } from './law-input.ts'

/** Reads a legal text into addresses and says what it found and what a person should look at. */
export const lawImport: Command = {
  name: 'law import',
  usage: 'law import FILE [--json]',
  async run(args) {
    const options = optionsOf(args, [], ['json'])
    const [file] = options.words
    if (file === undefined) throw new UsageError('FILE is missing')
    const law = parseLawText(readText(file))
    if (law.byPath.size === 0) throw new UsageError(`${file} holds no text`)
    const report = reportOf(basename(file), law)
    if (options.has('json')) print(report)
    else {
      print(`${report.file}: ${report.title}`)
      for (const part of report.parts)
        print(`${part.part || 'text'}: ${part.articles} articles, ${part.headings} headings`)
      print(`${report.nodes.length} addresses, ${report.doubts.length} doubts`)
      for (const doubt of report.doubts) print(`doubt at ${doubt.at}: ${doubt.kind} ${doubt.note}`)
    }
    return 0
  },
}

function reportOf(file: string, law: LawText) {
  const nodes = [...law.byPath.values()].map(({ path, level, caption, start, end }) => ({
    path,
    level,
    label: labelOf(path),
    ...(caption === undefined ? {} : { caption }),
    start,
    end,
  }))
  const partOf = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : '')
  const places = nodes.filter((node) => node.level !== 'part')
  const parts = [...new Set(places.map((node) => partOf(node.path)))].map((part) => {
    const inside = places.filter((node) => partOf(node.path) === part)
    const articles = inside.filter((node) => node.level === 'article')
    return {
      part,
      articles: articles.length,
      headings: inside.filter((node) => node.level === 'heading').length,
      missing: gapsIn(articles.map((node) => Number(/a(\d+)/.exec(node.path)?.[1]))),
    }
  })
  const articles = parts.reduce((sum, part) => sum + part.articles, 0)
  return {
    file,
    title: law.title,
    wrapped: law.wrapped,
    articles,
    parts,
    nodes,
    doubts: law.doubts,
  }
}

/** Article numbers that the sequence skips. */
function gapsIn(numbers: readonly number[]): number[] {
  const last = Math.max(0, ...numbers)
  return Array.from({ length: last }, (_, index) => index + 1).filter((n) => !numbers.includes(n))
}
