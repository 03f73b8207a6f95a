import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/** What is shown of a page that came by mail: its text alone, a line for each block. */
export function textOfHtml(html: string): string {
  const lines: string[] = ['']
  walk(parse(html), lines)
  return lines
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

type Node = DefaultTreeAdapterTypes.Node

/** What is never read: what runs, what styles, and what a reader does not see. */
const unseen: ReadonlySet<string> = new Set(['script', 'style', 'head', 'template', 'noscript'])
const blocks: ReadonlySet<string> = new Set([
  ...['p', 'div', 'br', 'tr', 'li', 'ul', 'ol', 'table', 'blockquote', 'pre', 'hr'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
])

/** Mail of programs nests its tables deeply; what is deeper than this is left out. */
const deepest = 200

function walk(node: Node, lines: string[], depth = 0): void {
  if (unseen.has(node.nodeName) || depth > deepest) return
  if (node.nodeName === '#text') {
    const { value } = node as DefaultTreeAdapterTypes.TextNode
    lines[lines.length - 1] += value.replace(/\s+/g, ' ')
  }
  const isBlock = blocks.has(node.nodeName)
  if (isBlock) lines.push('')
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, lines, depth + 1)
  if (isBlock && node.nodeName !== 'br') lines.push('')
}
