import { queryOptions } from '@tanstack/react-query'
import type { ImportedTextWire } from '@yizhuan/server/wire/policies/library/policy'
import type {
  AnswerDoubtWire,
  TextImportWire,
} from '@yizhuan/server/wire/policies/texts/text-import'
import { read, upload, write } from '../../api/client.ts'

export type { AnswerDoubtWire, DoubtWire } from '@yizhuan/server/wire/policies/texts/text-import'

/** Hands in an official text as the file it was published in. @throws {ApiProblem} */
export const importText = (id: string, file: File) =>
  upload<ImportedTextWire>(`/policies/${id}/file`, file)

/** The newest text of a document and what is doubted in it. */
export const doubtsQuery = (id: string) =>
  queryOptions({
    queryKey: ['policy-doubts', id],
    queryFn: () => read<TextImportWire>(`/policies/${id}/doubts`),
  })

/** Answers one doubt. */
export const answerDoubt = (id: string, body: AnswerDoubtWire) =>
  write<{ open: number }>('POST', `/policies/${id}/doubts`, body)
