import type { BlockWire, PaperWire } from './paper.api.ts'

type Runs = Extract<BlockWire, { is: 'heading' }>['runs']

/** A paper as it will stand on the page, in Chinese whatever the language; what is missing is marked. */
export function PaperSheet({ paper }: { paper: PaperWire }) {
  return (
    <article className="paper-sheet" lang="zh-CN">
      {paper.isDraft && (
        <span className="paper-draft" aria-hidden>
          规则草案　仅供参考
        </span>
      )}
      <h2>{paper.title}</h2>
      {paper.blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a paper never move
        <Block key={at} block={block} />
      ))}
      <footer>{paper.proof}</footer>
    </article>
  )
}

function Said({ runs }: { runs: Runs }) {
  return runs.map((run, at) =>
    run.blank === undefined ? (
      run.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line never move
      <mark key={at} title={run.blank}>
        ＿＿＿＿
      </mark>
    ),
  )
}

function Block({ block }: { block: BlockWire }) {
  switch (block.is) {
    case 'heading':
      return (
        <h3>
          <Said runs={block.runs} />
        </h3>
      )
    case 'text':
      return (
        <p className={`at-${block.at}`}>
          <Said runs={block.runs} />
        </p>
      )
    case 'articles':
      return (
        <p className="paper-articles">
          <Said runs={block.runs} />
        </p>
      )
    case 'facts':
      return (
        <table>
          <tbody>
            {block.rows.map(({ name, runs }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <Said runs={runs} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'rows':
      return <Rows block={block} />
    case 'sign':
      return block.who.map((who) => (
        <p key={who} className="paper-sign">
          <span>{who}</span>
          <span>年　　月　　日</span>
        </p>
      ))
    case 'seal':
      return (
        <p className="at-right">
          <Said runs={block.who} />
          <br />
          <Said runs={block.on} />
        </p>
      )
  }
}

function Rows({ block }: { block: Extract<BlockWire, { is: 'rows' }> }) {
  const { columns, figures, rows, foot } = block
  const lines = foot.length > 0 ? [...rows, foot] : rows
  return (
    // A table wider than a phone scrolls within its frame, also by the keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="paper-rows" tabIndex={0} aria-label={columns.join('、')}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((cells, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a paper never move
            <tr key={at} className={at === rows.length ? 'paper-foot' : ''}>
              {cells.map((runs, place) => (
                <td key={columns[place]} className={figures[place] ? 'figure' : ''}>
                  <Said runs={runs} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
