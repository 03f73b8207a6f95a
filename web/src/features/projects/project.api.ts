import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  AmendProjectWire,
  AnswerWire,
  NewEntryWire,
  NewProjectWire,
  ProjectWire,
} from '@yizhuan/server/wire/projects/project'
import { read, write } from '../../api/client.ts'

export type {
  AmendProjectWire,
  EntryWire,
  NewEntryWire,
  NewProjectWire,
  ProjectLineWire,
  ProjectWire,
} from '@yizhuan/server/wire/projects/project'

/** One project with its ledger of work. */
export function projectQuery(id: string) {
  return queryOptions({
    queryKey: ['project', id],
    queryFn: () => read<ProjectWire>(`/projects/${id}`),
  })
}

export function enterProject(body: NewProjectWire): Promise<{ id: string }> {
  return write<{ id: string }>('POST', '/projects', body)
}

export function amendProject(id: string, body: AmendProjectWire): Promise<unknown> {
  return write('PATCH', `/projects/${id}`, body)
}

export function addEntry(project: string, body: NewEntryWire): Promise<unknown> {
  return write('POST', `/projects/${project}/entries`, body)
}

export function answerEntry(project: string, entry: string, body: AnswerWire): Promise<unknown> {
  return write('POST', `/projects/${project}/entries/${entry}/answer`, body)
}

/** Reads a project afresh after something was written to it. */
export function useRereadProject(id: string) {
  const client = useQueryClient()
  return async () => {
    const keys = [['/projects'], ['project', id], [`/projects/${id}/history`]]
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}
