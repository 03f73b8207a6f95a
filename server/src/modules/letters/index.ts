import './letter.table.ts'
import type { Module } from '../../platform/module.ts'
import { problems } from './letter.refusals.ts'
import { letterRoutes } from './letter.routes.ts'

/** Mail that people bring in, filed with the record that it is about. */
export const letters: Module = { name: 'letters', problems, routes: letterRoutes }
