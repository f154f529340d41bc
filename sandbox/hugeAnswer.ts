/** JSON of any length that looks like a list of limits, made piece by piece so that nobody has to hold it. */

const head = '{"results":[';
const row = '{"category":"HUBSPOT_DEFINED","typeId":279,"userEnforcedMaxToObjectIds":5}';
const tail = "]}";

/** Room for one row, and a little more. */
export const smallestHugeAnswer = 100;

const rowsInAPiece = 1_000;
const piece = Buffer.from(`${row},`.repeat(rowsInAPiece));

/** Exactly so many bytes of valid JSON, at least `smallestHugeAnswer`. */
export function* hugeAnswer(bytes: number): Generator<Buffer> {
  const rows = Math.floor((bytes - head.length - tail.length + 1) / (row.length + 1));
  yield Buffer.from(head);
  for (let left = rows - 1; left > 0; left -= rowsInAPiece)
    yield piece.subarray(0, Math.min(left, rowsInAPiece) * (row.length + 1));
  const rest = bytes - head.length - rows * (row.length + 1) + 1 - tail.length;
  yield Buffer.from(row + tail + " ".repeat(rest));
}
