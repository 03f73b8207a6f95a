import {
  actOf,
  composeExample,
  paperOf,
  papersOfProcedure,
  placeholdersOf,
  procedureById,
} from '@yizhuan/procedures'
import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asAttachment } from '../../platform/csv.ts'
import { asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { tellsAchievement } from '../cases/index.ts'
import { profileOf } from '../institutions/index.ts'
import {
  composedIn,
  knownPaper,
  makePaper,
  paperDesk,
  putTemplateBack,
  replaceTemplate,
} from './paper.commands.ts'
import { madeOf, templatesOf } from './paper.queries.ts'
import { composedShown, madeShown, templateShown } from './paper.view.ts'
import {
  BackWire,
  CaseIdWire,
  CasePapersWire,
  CasePaperWire,
  MadeWire,
  MakeWire,
  PaperKindWire,
  PaperParamsWire,
  PaperWire,
  ReplaceWire,
} from './paper.wire.ts'
import { docxOf } from './rendering/docx.ts'

const tags = ['papers']

/** Who may read a case may have its papers. */
const readers = 'signedIn' as const

/** The forms of an institution are the office's, and its administrator's. */
const editors: readonly Role[] = ['tto_reviewer', 'admin']

/** Papers over HTTP: what may be made, how it reads, making it, and the templates. */
export function paperRoutes(app: App, context: Context): void {
  casePaperRoutes(app, context)
  templateRoutes(app, context)
}

function casePaperRoutes(app: App, context: Context): void {
  const { db } = context

  app.get(
    '/cases/:id/papers',
    {
      config: { access: readers },
      schema: { tags, params: CaseIdWire, response: { 200: CasePapersWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        const desk = await paperDesk(tx, context, caller, id)
        const all = await madeOf(tx, caller.institution, id)
        const made = all.filter((one) => desk.readsTold || !tellsAchievement(actOfPaper(one.paper)))
        return {
          now: desk.papers.map(({ paper, ...one }) => {
            const own = desk.own.get(paper.id)
            return {
              id: paper.id,
              title: paper.name,
              act: paper.act,
              ...one,
              ...(own && { ownTemplate: own.version }),
              missing: [...composedIn(desk, paper.id).missing],
            }
          }),
          made: made.map(madeShown),
        }
      })
    },
  )

  app.get(
    '/cases/:id/papers/:paper',
    {
      config: { access: readers },
      schema: { tags, params: CasePaperWire, response: { 200: PaperWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { id, paper } = request.params
      return asReader(db, caller, async (tx) => {
        const desk = await paperDesk(tx, context, caller, id)
        return composedShown(composedIn(desk, paper), desk.own.get(paper)?.version)
      })
    },
  )

  app.post(
    '/cases/:id/papers/:paper',
    {
      config: { access: readers },
      schema: { tags, params: CasePaperWire, body: MakeWire, response: { 201: MadeWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id, paper } = request.params
      const made = await makePaper(context, caller, id, paper, request.body)
      return reply.code(201).send(madeShown(made))
    },
  )
}

const actOfPaper = (paper: string): string => paperOf(paper)?.act ?? ''

function templateRoutes(app: App, context: Context): void {
  const { db } = context

  app.get(
    '/papers',
    {
      config: { access: readers },
      schema: { tags, response: { 200: z.array(PaperKindWire) } },
    },
    async (request) => {
      const caller = callerOf(request)
      const templates = await asReader(db, caller, (tx) => templatesOf(tx, caller.institution))
      return Object.entries(papersOfProcedure).flatMap(([id, papers]) => {
        const procedure = procedureById(id)
        return papers.map((paper) => ({
          id: paper.id,
          title: paper.name,
          procedure: id,
          act: paper.act,
          actLabel: (procedure && actOf(procedure, paper.act)?.label) ?? paper.name,
          placeholders: placeholdersOf(paper).map(({ columns, ...one }) => ({
            ...one,
            ...(columns && { columns: [...columns] }),
          })),
          templates: templates.filter((one) => one.paper === paper.id).map(templateShown),
        }))
      })
    },
  )

  app.get(
    '/papers/:paper/example.docx',
    {
      config: { access: readers },
      schema: {
        tags,
        params: PaperParamsWire,
        produces: ['application/octet-stream'],
        response: { 200: z.unknown() },
      },
      serializerCompiler: () => (content) => String(content),
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const paper = knownPaper(request.params.paper)
      const { name } = await asReader(db, caller, (tx) => profileOf(tx, caller.institution))
      return reply
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', asAttachment(`${paper.name.zh}模板示例.docx`))
        .send(docxOf(composeExample(paper, name)))
    },
  )

  app.post(
    '/papers/:paper/template',
    {
      config: { access: editors },
      schema: { tags, params: PaperParamsWire, body: ReplaceWire, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { paper } = request.params
      await replaceTemplate(context, callerOf(request), paper, request.body)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/papers/:paper/template/back',
    {
      config: { access: editors },
      schema: { tags, params: PaperParamsWire, body: BackWire, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { paper } = request.params
      await putTemplateBack(context, callerOf(request), paper, request.body)
      return reply.code(204).send(null)
    },
  )
}
