import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rulesOf, textsOf } from '@yizhuan/law'
import { loadCalendars } from '@yizhuan/law-authoring'
import { type Command, optionsOf, print } from './command.ts'
import { lawOf, packsRoot } from './law-input.ts'

/** Writes packs as a browser takes them: the rules to judge by, and the texts of each language. */
export const lawBuild: Command = {
  name: 'law build',
  usage: 'law build --pack ID… --out FOLDER',
  async run(args) {
    const options = optionsOf(args, ['pack', 'out'])
    const folder = options.need('out')
    const { packs } = lawOf(options.all('pack'))
    const documents = {
      'rules.json': rulesOf(packs, loadCalendars(packsRoot)),
      'texts.zh.json': textsOf(packs, 'zh'),
      'texts.en.json': textsOf(packs, 'en'),
    }
    mkdirSync(folder, { recursive: true })
    for (const [name, document] of Object.entries(documents)) {
      const text = JSON.stringify(document)
      writeFileSync(join(folder, name), text)
      print(`${name}\t${(gzipSync(text).length / 1000).toFixed(1)} kB compressed`)
    }
    return 0
  },
}
