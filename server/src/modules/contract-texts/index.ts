import './standard.table.ts'
import './text.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { standardProblems } from './standard.refusals.ts'
import { standardRoutes } from './standard.routes.ts'
import { standardRegister } from './standard.table.ts'
import { textProblems } from './text.refusals.ts'
import { textRoutes } from './text.routes.ts'
import { libraryReaders } from './texts.access.ts'

export { bringSamples } from './bring.commands.ts'
export { decideStandards } from './standard.commands.ts'

/** The library of clauses and model contracts (条款库、合同范本), and contract texts drafted with it. */
export const contractTexts: Module = {
  name: 'contract-texts',
  problems: { ...standardProblems, ...textProblems },
  routes: (app, context) => {
    standardRoutes(app, context)
    textRoutes(app, context)
  },
  searchable: [
    {
      kind: 'contractStandard',
      access: libraryReaders,
      findAnew: findAnewIn(standardRegister),
    },
  ],
}
