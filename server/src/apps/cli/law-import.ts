import { basename } from 'node:path'
import { parseLawText } from '@yizhuan/law-authoring'
import { importReport } from '../../modules/policies/questions/answers.ts'
import { type Command, optionsOf, print, UsageError } from './command.ts'
import { readText } from './law-input.ts'

/** Reads a legal text into addresses and says what it found and what a person should look at. */
export const lawImport: Command = {
  name: 'law import',
  usage: 'law import FILE [--json]',
  async run(args) {
    const options = optionsOf(args, [], ['json'], 1)
    const [file] = options.words
    if (file === undefined) throw new UsageError('FILE is missing')
    const text = readText(file)
    if (text.startsWith('%PDF') || text.startsWith('PK\u0003') || text.includes('\u0000'))
      throw new UsageError(`${file} is no plain text; save the document as text in UTF-8`)
    const law = parseLawText(text)
    if (law.byPath.size === 0) throw new UsageError(`${file} holds no text`)
    const report = importReport(basename(file), law)
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
