// @ts-check
/** `npm run test:more`: what needs another server or program, or takes long. Run before a larger change is done. */
import { main } from "./test.mjs";

await main(process.argv.slice(2), "more");
