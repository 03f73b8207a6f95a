// Lines of JSON out of a stream of bytes, one at a time.
import { StringDecoder } from 'node:string_decoder'

/** The lines of a stream, without their ends. */
export async function* linesOf(content: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  // A long line comes in many pieces, which are put together once.
  let pieces: string[] = []
  for await (const bytes of content) {
    const [first = '', ...rest] = decoder.write(bytes).split('\n')
    pieces.push(first)
    for (const next of rest) {
      yield pieces.join('')
      pieces = [next]
    }
  }
  pieces.push(decoder.end())
  const last = pieces.join('')
  if (last !== '') yield last
}
