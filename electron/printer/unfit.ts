import { failure, type Result } from '../contract/failure.ts';

/** Why a badge cannot be drawn; `field`: what of its template, its logo or its photo is unfit. */
export const unfit = (field: string): Result<never> => failure('printer.badge', { operation: 'template', field });
