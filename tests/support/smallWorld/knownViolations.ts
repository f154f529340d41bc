/**
 * The laws that today's code breaks, each with the shortest history that shows it. A violation that is not among them
 * makes the small world fail, and so does one of them that is mended: then it leaves this list.
 */
import type { Known } from "./report";

export const knownViolations: ReadonlyArray<Known> = [];
