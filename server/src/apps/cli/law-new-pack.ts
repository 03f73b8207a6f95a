import { newPack } from '@yizhuan/law-authoring'
import { type Command, optionsOf, print, UsageError } from './command.ts'
import { packsRoot } from './law-input.ts'

/** Begins a pack from the template: an invented province, whose author replaces part after part. */
export const lawNewPack: Command = {
  name: 'law new-pack',
  usage: 'law new-pack ID',
  async run(args) {
    const [id] = optionsOf(args, [], [], 1).words
    if (id === undefined) throw new UsageError('the id of the pack is missing, such as cn-gd-2025')
    try {
      print(newPack(packsRoot, id))
    } catch (error) {
      if (error instanceof RangeError) throw new UsageError(error.message)
      throw error
    }
    return 0
  },
}
