import { words as en } from './en/index.ts'
import { words as zh } from './zh/index.ts'

/** Every word of the interface, by language. The pages load one language at a time. */
export const words = { zh, en }
