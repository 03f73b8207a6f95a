import { CiteText } from '../../ui/CiteText.tsx'

/** The articles that something rests on, by their addresses. */
export function Cites({ of }: { of: readonly string[] }) {
  return of.map((cite) => {
    const [source = '', at = ''] = cite.split(/#(.*)/)
    return (
      <span key={cite}>
        <CiteText cite={{ source, at }} />{' '}
      </span>
    )
  })
}
