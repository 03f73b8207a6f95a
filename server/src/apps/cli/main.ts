import { InputError } from '@yizhuan/kit'
import { type Command, print, UsageError } from './command.ts'
import { commands } from './commands.ts'

/** Carries out one command line. Status 0: done; 1: done, and something is wrong; 2: bad input. */
export async function main(argv: readonly string[]): Promise<number> {
  const command = commandOf(argv)
  if (!command) {
    if (argv.length === 0 || argv.includes('--help') || argv.includes('-h')) {
      print(['Usage:', ...commands.map((each) => `  yizhuan ${each.usage}`)].join('\n'))
      return argv.length === 0 ? 2 : 0
    }
    return refuse(`there is no command «${argv.slice(0, 2).join(' ')}»; see yizhuan --help`)
  }
  try {
    return await command.run(argv.slice(command.name.split(' ').length))
  } catch (error) {
    if (error instanceof UsageError) return refuse(`${error.message} (yizhuan ${command.usage})`)
    if (error instanceof InputError) return refuse(`${error.message} [${error.rule}]`)
    throw error
  }
}

function commandOf(argv: readonly string[]): Command | undefined {
  return commands.find((each) => each.name.split(' ').every((word, at) => argv[at] === word))
}

function refuse(sentence: string): number {
  process.stderr.write(`yizhuan: ${sentence.replace(/\s+/g, ' ')}\n`)
  return 2
}
