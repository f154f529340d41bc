/** What could not be read or brought in, as a line for people. */
import { printable } from "../../provider/printable";
import type { LeftOut } from "./content";

/** A portal's words are in it: a terminal gets nothing to obey. */
export const leftOutLine = ({ what, why }: LeftOut): string => printable(`left out: ${what}: ${why}`);
