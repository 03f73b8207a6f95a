import { type Composed, type ComposedBlock, paperOf } from '@yizhuan/procedures'
import type { MadeRow, TemplateRow } from './paper.queries.ts'
import type { BlockWire, MadeWire, PaperWire, TemplateVersionWire } from './paper.wire.ts'

/** A paper as made, as it travels. */
export function madeShown(row: MadeRow): MadeWire {
  const paper = paperOf(row.paper)
  const { id, format, name, sha256, size, seq, entryHash, law, missing } = row
  return {
    id,
    paper: row.paper,
    // A paper that was taken out of the list later is still called by the name of its file.
    title: paper?.name ?? { zh: name, en: name },
    act: paper?.act ?? '',
    format,
    file: { name, sha256, size },
    seq,
    entryHash,
    law,
    ...(row.templateVersion !== null && { templateVersion: row.templateVersion }),
    missing,
    at: row.at.toISOString(),
    by: row.byName,
  }
}

/** A paper with its facts, as it travels. */
export function composedShown(
  { id, title, institution, blocks, missing, proof, isDraft }: Composed,
  ownTemplate: number | undefined,
): PaperWire {
  return {
    id,
    title,
    institution,
    blocks: blocks.map(blockShown),
    missing: [...missing],
    proof,
    isDraft,
    ...(ownTemplate !== undefined && { ownTemplate }),
  }
}

/** The same, of lists that may be written to. */
const blockShown = (block: ComposedBlock) => structuredClone(block) as BlockWire

/** A version of a template, as it travels. */
export function templateShown({
  version,
  name,
  sha256,
  at,
  byName,
}: TemplateRow): TemplateVersionWire {
  return {
    version,
    ...(name !== null && sha256 !== null && { file: { name, sha256 } }),
    at: at.toISOString(),
    by: byName,
  }
}
