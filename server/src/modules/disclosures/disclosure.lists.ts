import type { Tx } from '../../platform/database.ts'
import { profileOf } from '../institutions/index.ts'
import { disclosureLists, lawFor, lawOf } from '../policies/index.ts'
import { linkDays } from './confirmation.ts'
import type { DisclosureListsWire } from './disclosure.wire.ts'

/** The lists, and which packs speak at an institution. */
export async function listsFor(tx: Tx, institution: string): Promise<DisclosureListsWire> {
  const law = lawFor(await profileOf(tx, institution))
  const { kinds, groups, documents, novelty, maturity, handling, evaluations } = disclosureLists()
  // A draft of this place advises; what other places want is nothing to ask here.
  const isOfHere = ({ pack }: { readonly pack: string }) =>
    law !== undefined && lawOf([pack]).packs.every((one) => places.has(one.jurisdiction))
  const places = new Set((law?.packs ?? []).map(({ jurisdiction }) => jurisdiction))
  const lists = {
    kinds: {
      ...kinds,
      fields: kinds.fields.filter(isOfHere).map(({ named: _, ...told }) => told),
    },
    maturity,
    groups: groups.filter(isOfHere),
    documents: { ...documents, wanted: documents.wanted.filter(isOfHere) },
    publications: novelty.publications,
    evaluations: evaluations.kinds.map(({ code, label }) => ({ code, label })),
  }
  const speaking = (law?.packs ?? []).map(({ id, status, title }) => ({ pack: id, status, title }))
  // What travels is what the files of the packs hold.
  return {
    ...lists,
    speaking,
    answerWorkdays: handling.answer.workdays,
    linkDays,
  } as DisclosureListsWire
}
