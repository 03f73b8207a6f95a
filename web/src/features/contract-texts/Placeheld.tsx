/** A text of the library as it is kept: its placeholders marked. */
export function Placeheld({ text, lang }: { text: string; lang: string }) {
  const pieces = text.split(/(\{\{[^{}]*\}\})/)
  return (
    <p className="contract-words" lang={lang}>
      {pieces.map((piece, at) =>
        piece.startsWith('{{') ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
          <mark key={at}>{piece.slice(2, -2)}</mark>
        ) : (
          piece
        ),
      )}
    </p>
  )
}
