import type { PaperValues } from '@yizhuan/procedures'
import { LoopPlugin, type TemplateData, TemplateHandler, TextPlugin } from 'easy-template-x'

/** Templates hold text and lists; nothing in them is ever run, fetched or taken as markup. */
export const handler = (): TemplateHandler =>
  new TemplateHandler({ plugins: [new TextPlugin(), new LoopPlugin()] })

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that XML forbids.
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g

/** A template of an institution's own with the values of a paper. */
export async function fillTemplate(template: Uint8Array, values: PaperValues): Promise<Uint8Array> {
  return new Uint8Array(await handler().process(Buffer.from(template), writable(values)))
}

function writable(values: PaperValues): TemplateData {
  const clean = (text: string) => text.replace(UNWRITABLE, '')
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? clean(value)
        : value.map((row) =>
            Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, clean(cell)])),
          ),
    ]),
  )
}
