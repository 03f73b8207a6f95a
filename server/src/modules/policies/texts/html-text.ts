import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

/** What holds no words of the document, whatever stands in it. */
const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'iframe',
  'object',
])

/** After these a new line begins. */
const blocks = new Set(
  'address article aside blockquote br dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)

/** The words of a page, a line for each block; scripts are left where they are. */
export function htmlText(html: string): string {
  const lines: string[] = ['']
  const visit = (node: Node): void => {
    if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterTypes.TextNode
      lines[lines.length - 1] += value.replace(/\s+/g, ' ')
      return
    }
    if (silent.has(node.nodeName)) return
    const isBlock = blocks.has(node.nodeName)
    if (isBlock) lines.push('')
    if ('childNodes' in node) for (const child of node.childNodes) visit(child)
    if (isBlock) lines.push('')
  }
  visit(parse(html))
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
