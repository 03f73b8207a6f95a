import type { Why } from '@yizhuan/law'
import { CiteText } from './CiteText.tsx'

/** Why something was found: the reasons with their values and articles, the deciding ones in full ink. */
export function WhyTree({ nodes }: { nodes: readonly Why[] }) {
  return (
    <ul className="why">
      {nodes.map((node, at) => (
        // The tree is read once and never reordered.
        // biome-ignore lint/suspicious/noArrayIndexKey: positions identify the nodes
        <li key={at}>
          <span className={node.decisive ? 'decisive' : 'muted'}>{node.text}</span>{' '}
          {node.value && <span className="why-value">{node.value}</span>}{' '}
          {node.cite && <CiteText cite={node.cite} />}
          {node.children.length > 0 && <WhyTree nodes={node.children} />}
        </li>
      ))}
    </ul>
  )
}
