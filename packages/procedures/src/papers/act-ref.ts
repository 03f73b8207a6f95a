import { NOT_SEALED, type PaperSource } from './paper.ts'

/** The latest act of a kind by its place in the record and its hash. */
export function actRef<State>({ acts }: PaperSource<State>, type: string): string | undefined {
  const act = acts.findLast((one) => one.type === type && one.hash !== NOT_SEALED)
  return act && `办理记录第 ${act.seq} 条（哈希前十六位 ${act.hash.slice(0, 16)}）`
}
