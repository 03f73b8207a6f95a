// A paper as lines of text, as a reviewer reads it in a diff.
import type { Composed, ComposedBlock, Run } from '../composed.ts'

const say = (runs: readonly Run[]): string =>
  runs.map(({ text, blank }) => (blank === undefined ? text : `[${blank}]`)).join('')

/** The lines of a paper; what is missing stands in brackets. */
export function linesOf({ title, blocks, proof }: Composed): readonly string[] {
  return [title, ...blocks.flatMap(linesOfBlock), ...proof.split('\n')]
}

function linesOfBlock(block: ComposedBlock): readonly string[] {
  switch (block.is) {
    case 'heading':
    case 'text':
    case 'articles':
      return [say(block.runs)]
    case 'facts':
      return block.rows.map(({ name, runs }) => `${name} | ${say(runs)}`)
    case 'rows':
      return [
        block.columns.join(' | '),
        ...block.rows.map((cells) => cells.map(say).join(' | ')),
        ...(block.foot.length > 0 ? [block.foot.map(say).join(' | ')] : []),
      ]
    case 'sign':
      return block.who
    case 'seal':
      return [say(block.who), say(block.on)]
  }
}
